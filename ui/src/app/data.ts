/** Asking the archive and changing it. What was asked is kept until a change makes it stale. */
import {
  QueryCache,
  QueryClient,
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useCallback } from "react";
import { beginWork } from "./work";
import { CHANGES, ProblemError, call, type CommandName, type Request, type Response } from "../host";

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (failure) => lookAgain(client, failure) }),
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
  return client;
}

/** A command met damage, and the host has closed the archive: the window is asked again what stands. */
function lookAgain(client: QueryClient, failure: unknown): void {
  const damaged = failure instanceof ProblemError && failure.problem.code === "archive-damaged";
  const known = client.getQueryState(["status", {}])?.status === "error";
  if (damaged && !known) void client.invalidateQueries({ queryKey: ["status"] });
}

/** Milliseconds until what is still going on is asked for again. */
const SOON = 1000;

/** The answer of a reading command, kept by its request. */
export function useAsk<K extends CommandName>(
  name: K,
  request: Request<K>,
  options: { enabled?: boolean; keep?: boolean; again?: (answer: Response<K>) => boolean } = {},
): UseQueryResult<Response<K>, ProblemError> {
  return useQuery<Response<K>, ProblemError>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => (state.data && options.again?.(state.data) ? SOON : false),
  });
}

/** Runs a command; after one that changes the archive, everything shown is asked again. */
export function useRun(): <K extends CommandName>(name: K, request: Request<K>) => Promise<Response<K>> {
  const client = useQueryClient();
  return useCallback(
    async (name, request) => {
      const end = beginWork();
      const response = await call(name, request)
        .finally(end)
        .catch((failure: unknown) => {
          lookAgain(client, failure);
          throw failure;
        });
      if (CHANGES.has(name)) await client.invalidateQueries();
      return response;
    },
    [client],
  );
}
