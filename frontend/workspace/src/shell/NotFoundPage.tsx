import { useMessages } from "../shared/i18n";
import { PageHead } from "../shared/ui/page";
import { Empty } from "../shared/ui/states";

export function NotFoundPage() {
  const m = useMessages();
  return (
    <div className="page">
      <PageHead title={m.problems.notFoundPage} />
      <div className="panel">
        <Empty title={m.problems.notFoundPage} hint={m.problems.notFoundHint} />
      </div>
    </div>
  );
}
