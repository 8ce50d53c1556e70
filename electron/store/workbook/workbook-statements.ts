export const INSERT_WORKBOOK = `
INSERT INTO workbook (only_row, id, created_at, created_with) VALUES (1, @id, @createdAt, @createdWith)`;
