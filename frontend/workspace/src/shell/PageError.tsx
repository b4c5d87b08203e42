import { useRouteError } from "react-router";
import { ProblemNotice } from "../shared/ui/states";

/** A page that broke: said in the page, the shell stays. */
export function PageError() {
  const error = useRouteError();
  return (
    <div className="page pad">
      <ProblemNotice error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}
