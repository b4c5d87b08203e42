import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useMessages } from "../../shared/i18n";
import { History } from "../../shared/ui/History";
import { PageHead } from "../../shared/ui/page";
import { useAddress } from "../../shared/ui/useAddress";

export function Component() {
  const m = useMessages();
  const { get, set } = useAddress();
  const [object, setObject] = useState(get("object"));
  const [settled] = useDebouncedValue(object.trim(), 300);
  useEffect(() => set({ object: settled }), [settled, set]);
  return (
    <div className="page stack">
      <PageHead title={m.audit.title} intro={m.audit.intro} />
      <TextInput
        w={280}
        label={m.audit.object}
        description={m.audit.objectHint}
        value={object}
        onChange={(e) => setObject(e.currentTarget.value)}
      />
      <History object={settled === "" ? undefined : settled} />
    </div>
  );
}
