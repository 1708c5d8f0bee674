package org.collegium.credentials.keys;

import java.time.Clock;
import java.util.List;
import org.collegium.shared.KeptSecrets;
import org.collegium.shared.MasterKey;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** The private halves of keys, when the master key is changed for another; what they signed is not touched. */
@Component
@Unguarded("called when an operator starts the platform with another master key")
class KeysWrappedAgain implements KeptSecrets {

    private final KeyRows rows;
    private final Clock clock;

    KeysWrappedAgain(KeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public int wrapAgain(MasterKey master) {
        List<KeyRows.Sealed> found = rows.under(master.other().orElseThrow());
        found.forEach(kept -> {
            rows.wrap(kept.key().id(), master.wrapAgain(kept.key().id(), kept.bytes()), master.name());
            rows.note(kept.key(), KeyDeed.Kind.WRAPPED_AGAIN, null, clock.instant(), null);
        });
        return found.size();
    }
}
