package org.collegium.shared;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * When the platform starts with another master key beside its own, encrypts all secrets that are under the other one with its own: all
 * in one transaction, or none. Meanwhile and afterwards each node that has both reads what is under either.
 */
@Component
@Unguarded("runs when an operator starts the platform so")
class ChangingMasterKey implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ChangingMasterKey.class);

    private final MasterKey master;
    private final List<KeptSecrets> secrets;
    private final RetriedTransactions transactions;

    ChangingMasterKey(MasterKey master, List<KeptSecrets> secrets, RetriedTransactions transactions) {
        this.master = master;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<String> other = master.other();
        if (other.isEmpty()) {
            return;
        }
        try {
            int changed = change(master);
            LOG.info(
                    "{} secrets that were under the master key {} are under {} now. When every node has started so, take"
                            + " COLLEGIUM_OTHER_MASTER_KEY away.",
                    changed,
                    other.get(),
                    master.name());
        } catch (RuntimeException failure) {
            LOG.error(
                    "The secrets under the master key {} stay under it, none was changed: keep COLLEGIUM_OTHER_MASTER_KEY"
                            + " and start again when this is mended",
                    other.get(),
                    failure);
        }
    }

    int change(MasterKey to) {
        return transactions.run(
                () -> secrets.stream().mapToInt(kept -> kept.wrapAgain(to)).sum());
    }
}
