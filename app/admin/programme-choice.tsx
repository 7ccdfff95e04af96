import { SelectField } from "@/components/ui/field";
import { FilterForm, Kept } from "@/components/ui/filter-form";
import type { Programme } from "@/lib/pairing/programmes/programme";

interface ProgrammeChoiceProps {
  programmes: readonly Pick<Programme, "id" | "name">[];
  chosen: string | null;
  kind: string | null;
}

/** Narrows Today to one programme; nothing where there is only one. */
export function ProgrammeChoice({ programmes, chosen, kind }: ProgrammeChoiceProps) {
  if (programmes.length < 2) return null;
  return (
    <FilterForm href="/admin" submit="Show" isFiltered={chosen !== null}>
      <Kept values={{ kind }} />
      <SelectField
        name="programme"
        label="Programme"
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        none="Everything"
        initial={chosen}
      />
    </FilterForm>
  );
}
