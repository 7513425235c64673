/** What stands where an answer is awaited: a spinner, a failure, or the content. */
import { Spinner } from "@fluentui/react-components";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemBar } from "./Problems";

export function Asked<T>({
  of: query,
  children,
}: {
  of: UseQueryResult<T>;
  children: (answer: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <div className="asked">
        <ProblemBar failure={query.error} />
      </div>
    );
  }
  return <Spinner className="asked-spinner" delay={250} size="small" />;
}
