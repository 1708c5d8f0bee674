package org.collegium.assessment.bank;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of which item a question was taken from, as the field {@code bank} of a question has it: {@code KEY@VERSION}. */
record BankReference(String key, int version) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{1,64}+)@([1-9][0-9]{0,8}+)");

    /** Reads what stands in a file; empty when it is something else. */
    static Optional<BankReference> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new BankReference(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return key + "@" + version;
    }
}
