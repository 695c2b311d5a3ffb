import type { Chart, ChartRequest } from "../../model/chart.ts";
import { createHttp, type HttpOptions } from "./http.ts";
import type { Logins } from "./logins.ts";
import { fetchOci } from "./oci.ts";
import { createRepositories } from "./repository.ts";

/** The chart sources on the network. */
export interface Remote {
  /** @throws Trouble */
  fromRepository(url: string, request: ChartRequest): Promise<Chart>;
  /** @throws Trouble */
  fromRegistry(reference: string, request: ChartRequest): Promise<Chart>;
}

/** One client for both, so that connections are shared. */
export function createRemote(options: HttpOptions, logins: Logins): Remote {
  const http = createHttp(options, logins);
  return { fromRepository: createRepositories(http), fromRegistry: (reference, request) => fetchOci(http, reference, request) };
}
