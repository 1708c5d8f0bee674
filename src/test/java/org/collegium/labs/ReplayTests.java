package org.collegium.labs;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
class ReplayTests {

    @Test
    void sixtyReplaysGiveTheVerdictsThatWereGiven() throws Exception {
        Replays.allAgree(60);
    }
}
