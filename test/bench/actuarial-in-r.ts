import { spawnSync } from 'node:child_process';
import type { Measured } from './bench.ts';

/** The standard case in R: discretise the payment by local moment matching, then Panjer's recursion, timed by R. */
const SCRIPT = `
suppressMessages(library(actuar))
points <- 2^as.integer(commandArgs(trailingOnly = TRUE)[1])
h <- 40e6 / points
pay <- coverage(pdf = dlnorm, cdf = plnorm, limit = 5250000, deductible = 250000, per.loss = TRUE)
cell <- 5e6 / h
lev <- function(x) levlnorm(x, 12.5, 2)
G <- lev(250000 + h * (0:(cell + 1)))
G[cell + 2] <- G[cell + 1]
D <- diff(G) / h
p <- c(1 - D[1], D[1:cell] - D[2:(cell + 1)])
for (i in 1:3) {
  t <- system.time(S <- aggregateDist("recursive", model.freq = "poisson", model.sev = p, lambda = 3,
    x.scale = h, tol = 1e-11, maxit = points))
  cat(1000 * (t[["user.self"]] + t[["sys.self"]]), "\\n")
}
`;

/** Median candidates of R's own processor milliseconds on 2^logPoints, or why there are none. */
export function actuarRecursion(logPoints: number): Measured {
  const run = spawnSync('Rscript', ['-e', SCRIPT, String(logPoints)], { encoding: 'utf8' });
  if (run.error !== undefined)
    return { kind: 'skipped', sentence: 'Rscript is not installed; the ratio to R was not measured.' };
  if (run.status !== 0) {
    const lacksActuar = run.stderr.includes('actuar');
    const reason = lacksActuar
      ? 'the R package actuar is not installed'
      : `R failed: ${run.stderr.trim().split('\n')[0]}`;
    return { kind: 'skipped', sentence: `${reason}; the ratio to R was not measured.` };
  }
  return { kind: 'milliseconds', milliseconds: run.stdout.trim().split(/\s+/).map(Number) };
}
