package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the program of the filter as the kernel does, for every number that a call can have. */
class SeccompFilterTests {

    private static final int HIGHEST = 1 << 12;
    private static final ByteBuffer PROGRAM =
            ByteBuffer.wrap(SeccompFilter.bytes()).order(ByteOrder.LITTLE_ENDIAN);

    static Stream<Arguments> machines() {
        return Stream.of(
                Arguments.of(SeccompFilter.X86_64, SeccompFilter.deniedOnX86(), SeccompFilter.CLONE_X86_64),
                Arguments.of(SeccompFilter.AARCH64, SeccompFilter.deniedOnArm(), SeccompFilter.CLONE_AARCH64));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void deniesWhatIsInTheTableAndNothingElse(int machine, IntStream table, int clone) {
        Set<Integer> denied = table.boxed().collect(Collectors.toSet());

        assertThat(denied).isNotEmpty().doesNotContain(clone, SeccompFilter.CLONE3);
        for (int number = 0; number < HIGHEST; number++) {
            int expected = number == SeccompFilter.CLONE3
                    ? SeccompFilter.NOT_THERE
                    : number == clone || denied.contains(number) ? SeccompFilter.NOT_PERMITTED : SeccompFilter.ALLOW;
            assertThat(answer(machine, number, 0)).as("call %d", number).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aThreadMayBeStartedAndNothingMoreForIt(int machine, IntStream table, int clone) {
        assertThat(answer(machine, clone, SeccompFilter.CLONE_THREAD)).isEqualTo(SeccompFilter.ALLOW);
        assertThat(answer(machine, clone, ~SeccompFilter.CLONE_THREAD)).isEqualTo(SeccompFilter.NOT_PERMITTED);
        assertThat(table)
                .allSatisfy(number -> assertThat(answer(machine, number, SeccompFilter.CLONE_THREAD))
                        .isEqualTo(SeccompFilter.NOT_PERMITTED));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void anotherMachineAndTheCallsOfX32EndIt(int machine, IntStream table, int clone) {
        assertThat(answer(machine ^ 1, 0, 0)).isEqualTo(SeccompFilter.KILL);
        assertThat(answer(SeccompFilter.X86_64, SeccompFilter.X32_BIT | clone, 0))
                .isEqualTo(SeccompFilter.KILL);
        assertThat(answer(SeccompFilter.X86_64, -1, 0)).isEqualTo(SeccompFilter.KILL);
        assertThat(table.count()).isPositive();
    }

    private static int answer(int machine, int number, int flags) {
        int held = 0;
        for (int at = 0; ; at++) {
            int code = PROGRAM.getShort(at * 8);
            int whenTrue = Byte.toUnsignedInt(PROGRAM.get(at * 8 + 2));
            int whenFalse = Byte.toUnsignedInt(PROGRAM.get(at * 8 + 3));
            int value = PROGRAM.getInt(at * 8 + 4);
            switch (code) {
                case SeccompFilter.LOAD ->
                    held = switch (value) {
                        case SeccompFilter.NUMBER_AT -> number;
                        case SeccompFilter.ARCHITECTURE_AT -> machine;
                        case SeccompFilter.FIRST_ARGUMENT_AT -> flags;
                        default -> throw new AssertionError("it looks at " + value);
                    };
                case SeccompFilter.EQUAL -> at += held == value ? whenTrue : whenFalse;
                case SeccompFilter.AT_LEAST -> at += Integer.compareUnsigned(held, value) >= 0 ? whenTrue : whenFalse;
                case SeccompFilter.ANY_BIT -> at += (held & value) == 0 ? whenFalse : whenTrue;
                case SeccompFilter.JUMP -> at += value;
                case SeccompFilter.RETURN -> {
                    return value;
                }
                default -> throw new AssertionError("it holds the instruction " + code);
            }
        }
    }
}
