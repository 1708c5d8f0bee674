package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class FaultListTest {

    private static final int MANY = 3_000;

    @Test
    void aFullListSaysSoOnce() {
        FaultList list = full();
        assertThat(list.faults()).hasSize(2_001);
        assertThat(list.faults().getFirst().code()).isEqualTo("too-many-faults");
        assertThat(list.errors()).isEqualTo(1);
    }

    @Test
    void oneFullListMayBeToldToAnother() {
        FaultList other = new FaultList();
        full().faults().forEach(other::report);
        assertThat(other.faults())
                .filteredOn(fault -> fault.code().equals("too-many-faults"))
                .hasSize(1);
        assertThat(other.faults().size()).isLessThanOrEqualTo(2_001);
        assertThat(other.errors()).isEqualTo(1);
    }

    private static FaultList full() {
        FaultList list = new FaultList();
        for (int line = 1; line <= MANY; line++) {
            list.warning(new Place("a.yaml", line, 1), "question-unkeyed", "q");
        }
        return list;
    }
}
