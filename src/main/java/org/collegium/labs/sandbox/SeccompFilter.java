package org.collegium.labs.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The system calls that no lab may make, as a program of classic BPF for x86-64 and aarch64.
 *
 * <p>The numbers are those of the kernel's {@code unistd_64.h} and {@code asm-generic/unistd.h}; the layout of instructions
 * and of the data they look at is that of {@code linux/filter.h} and {@code linux/seccomp.h}.
 */
final class SeccompFilter {

    static final int LOAD = 0x20;
    static final int EQUAL = 0x15;
    static final int JUMP = 0x05;
    static final int AT_LEAST = 0x35;
    static final int ANY_BIT = 0x45;
    static final int RETURN = 0x06;

    static final int NUMBER_AT = 0;
    static final int ARCHITECTURE_AT = 4;
    static final int FIRST_ARGUMENT_AT = 16;

    static final int X86_64 = 0xC000003E;
    static final int AARCH64 = 0xC00000B7;
    static final int X32_BIT = 0x40000000;
    static final int CLONE_THREAD = 0x00010000;

    static final int ALLOW = 0x7FFF0000;
    static final int KILL = 0x80000000;
    private static final int ERRNO = 0x00050000;
    static final int NOT_PERMITTED = ERRNO | 1;
    static final int NOT_THERE = ERRNO | 38;

    /** Not there, so that the C library falls back to {@code clone}, whose flags a filter can see. */
    static final int CLONE3 = 435;

    /** Newer than both tables: one number on every architecture. */
    private static final int[] COMMON = {
        424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 440, 442, 443, 447, 448, 457, 458, 467
    };

    static final int CLONE_X86_64 = 56;
    private static final int[] DENIED_X86_64 = numbers("""
        # network
        41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 288 299 307
        # processes: fork, vfork, ptrace, process_vm, kcmp, personality
        57 58 101 310 311 312 135
        # mounts and roots
        155 161 165 166 139 156
        # namespaces
        272 308
        # bpf, perf, userfaultfd, memfd, keys, handles
        321 298 323 319 248 249 250 303 304
        # System V and POSIX IPC
        29 30 31 67 64 65 66 220 68 69 70 71 240 241 242 243 244 245
        # splicing, memory of other nodes
        275 276 278 237 238 256 279
        # the machine itself
        103 134 153 154 159 163 164 167 168 169 170 171 172 173 175 176 179 180 212 227 246 300 305 313 320
        """);

    static final int CLONE_AARCH64 = 220;
    private static final int[] DENIED_AARCH64 = numbers("""
        # network
        198 199 200 201 202 203 204 205 206 207 208 209 210 211 212 242 243 269
        # processes: ptrace, process_vm, kcmp, personality
        117 270 271 272 92
        # mounts and roots
        39 40 41 51
        # namespaces
        97 268
        # bpf, perf, userfaultfd, memfd, keys, handles
        280 241 282 279 217 218 219 264 265
        # System V and POSIX IPC
        180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195 196 197
        # splicing, memory of other nodes
        75 76 77 235 237 238 239
        # the machine itself
        18 42 58 60 89 104 105 106 112 116 142 161 162 170 171 224 225 262 266 273 294
        """);

    /** Stands for the answer to {@code clone}, which depends on its flags. */
    private static final int BY_FLAGS = 0;

    /** The most instructions that a condition can leap over. */
    private static final int FARTHEST = 255;

    private record Instruction(int code, int whenTrue, int whenFalse, int value) {}

    /** Calls from this number on, up to where the next begin, and what they are answered. */
    private record Stretch(int from, int answer) {}

    private final List<Instruction> program = new ArrayList<>();

    private SeccompFilter() {}

    /** The program in the byte order of the machines it is for, which is little-endian. */
    static byte[] bytes() {
        SeccompFilter filter = new SeccompFilter();
        filter.write();
        ByteBuffer bytes = ByteBuffer.allocate(filter.program.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (Instruction instruction : filter.program) {
            bytes.putShort((short) instruction.code());
            bytes.put((byte) instruction.whenTrue());
            bytes.put((byte) instruction.whenFalse());
            bytes.putInt(instruction.value());
        }
        return bytes.array();
    }

    /** The numbers on aarch64 of what is denied whatever its arguments. */
    static IntStream deniedOnArm() {
        return IntStream.concat(Arrays.stream(COMMON), Arrays.stream(DENIED_AARCH64));
    }

    /** The numbers on x86-64 of what is denied whatever its arguments. */
    static IntStream deniedOnX86() {
        return IntStream.concat(Arrays.stream(COMMON), Arrays.stream(DENIED_X86_64));
    }

    private void write() {
        add(LOAD, 0, 0, ARCHITECTURE_AT);
        add(EQUAL, 1, 0, X86_64);
        int jump = program.size();
        add(JUMP, 0, 0, 0);
        add(LOAD, 0, 0, NUMBER_AT);
        add(AT_LEAST, 0, 1, X32_BIT);
        add(RETURN, 0, 0, KILL);
        calls(deniedOnX86(), CLONE_X86_64);
        program.set(jump, new Instruction(JUMP, 0, 0, program.size() - jump - 1));
        add(EQUAL, 1, 0, AARCH64);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER_AT);
        calls(deniedOnArm(), CLONE_AARCH64);
    }

    /**
     * Halves the numbers until one answer is left. The kernel walks through the program once for every call there is as soon as a sandbox
     * begins; comparing each number with each denied one took it longer.
     */
    private void calls(IntStream denied, int clone) {
        NavigableMap<Integer, Integer> answers = new TreeMap<>();
        denied.forEach(number -> answers.put(number, NOT_PERMITTED));
        answers.put(CLONE3, NOT_THERE);
        answers.put(clone, BY_FLAGS);
        List<Stretch> stretches = new ArrayList<>();
        for (int number = 0, last = answers.lastKey() + 1; number <= last; number++) {
            int answer = answers.getOrDefault(number, ALLOW);
            if (stretches.isEmpty() || stretches.getLast().answer() != answer) {
                stretches.add(new Stretch(number, answer));
            }
        }
        program.addAll(choice(stretches));
    }

    private static List<Instruction> choice(List<Stretch> stretches) {
        if (stretches.size() == 1) {
            return answer(stretches.getFirst().answer());
        }
        int middle = stretches.size() / 2;
        List<Instruction> below = choice(stretches.subList(0, middle));
        List<Instruction> all = new ArrayList<>();
        int border = stretches.get(middle).from();
        if (below.size() <= FARTHEST) {
            all.add(new Instruction(AT_LEAST, below.size(), 0, border));
        } else {
            all.add(new Instruction(AT_LEAST, 0, 1, border));
            all.add(new Instruction(JUMP, 0, 0, below.size()));
        }
        all.addAll(below);
        all.addAll(choice(stretches.subList(middle, stretches.size())));
        return all;
    }

    private static List<Instruction> answer(int answer) {
        if (answer != BY_FLAGS) {
            return List.of(new Instruction(RETURN, 0, 0, answer));
        }
        return List.of(
                new Instruction(LOAD, 0, 0, FIRST_ARGUMENT_AT),
                new Instruction(ANY_BIT, 1, 0, CLONE_THREAD),
                new Instruction(RETURN, 0, 0, NOT_PERMITTED),
                new Instruction(RETURN, 0, 0, ALLOW));
    }

    private void add(int code, int whenTrue, int whenFalse, int value) {
        program.add(new Instruction(code, whenTrue, whenFalse, value));
    }

    /** The numbers of a table; what stands behind a # says what they are. */
    private static int[] numbers(String table) {
        return table.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
