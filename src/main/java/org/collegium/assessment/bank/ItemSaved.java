package org.collegium.assessment.bank;

import java.util.List;
import org.collegium.source.ImportFault;

/** What came of saving an item. */
public sealed interface ItemSaved {

    /** A new version is there. */
    record Kept(String key, int number) implements ItemSaved {}

    /** It says what the current version says, so there is no new one. */
    record Unchanged(String key, int number) implements ItemSaved {}

    /** Nothing is saved: the question cannot be read. */
    record Faulty(List<ImportFault> faults) implements ItemSaved {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing is saved: somebody else saved another version meanwhile. */
    record ChangedMeanwhile(ItemVersion theirs) implements ItemSaved {}

    /** Nothing is saved: another item of the partner has this key. */
    record KeyTaken(String key) implements ItemSaved {}
}
