/** The channel to a process that has just gone closes under our call, or its answer is collected: that is what was asked for. */
export function ignoreClosedChannel(problem: unknown): void {
  if (!(problem instanceof Error) || !/closed|disconnected|crashed|garbage collected/i.test(problem.message))
    throw problem;
}
