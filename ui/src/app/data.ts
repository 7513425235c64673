/** Asking the archive and changing it. What was asked is kept until a change makes it stale. */
import {
  QueryClient,
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useCallback } from "react";
import { beginWork } from "./work";
import { CHANGES, call, type CommandName, type ProblemError, type Request, type Response } from "../host";

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Nothing but our own changes alters the archive; asking again on focus would be noise.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        retry: false,
        networkMode: "always",
      },
    },
  });
}

/** The answer of a reading command, kept by its request. */
export function useAsk<K extends CommandName>(
  name: K,
  request: Request<K>,
  options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Response<K>, ProblemError> {
  return useQuery<Response<K>, ProblemError>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Runs a command; after one that changes the archive, everything shown is asked again. */
export function useRun(): <K extends CommandName>(name: K, request: Request<K>) => Promise<Response<K>> {
  const client = useQueryClient();
  return useCallback(
    async (name, request) => {
      const end = beginWork();
      const response = await call(name, request).finally(end);
      if (CHANGES.has(name)) await client.invalidateQueries();
      return response;
    },
    [client],
  );
}
