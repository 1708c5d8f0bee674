package org.collegium.labs.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The system calls that no lab may make, as a program of classic BPF for x86-64 and aarch64.
 *
 * <p>The numbers are those of the kernel's {@code unistd_64.h} and {@code asm-generic/unistd.h}; the layout of instructions
 * and of the data they look at is that of {@code linux/filter.h} and {@code linux/seccomp.h}.
 */
final class SeccompFilter {

    private static final int LOAD = 0x20;
    private static final int EQUAL = 0x15;
    private static final int JUMP = 0x05;
    private static final int AT_LEAST = 0x35;
    private static final int ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER_AT = 0;
    private static final int ARCHITECTURE_AT = 4;
    private static final int FIRST_ARGUMENT_AT = 16;

    private static final int X86_64 = 0xC000003E;
    private static final int AARCH64 = 0xC00000B7;
    private static final int X32_BIT = 0x40000000;
    private static final int CLONE_THREAD = 0x00010000;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL = 0x80000000;
    private static final int ERRNO = 0x00050000;
    private static final int NOT_PERMITTED = ERRNO | 1;
    private static final int NOT_THERE = ERRNO | 38;

    /** Not there, so that the C library falls back to {@code clone}, whose flags a filter can see. */
    private static final int CLONE3 = 435;

    /** Newer than both tables: one number on every architecture. */
    private static final int[] COMMON = {
        424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 440, 442, 443, 447, 448, 457, 458, 467
    };

    private static final int CLONE_X86_64 = 56;
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

    private static final int CLONE_AARCH64 = 220;
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

    private record Instruction(int code, int whenTrue, int whenFalse, int value) {}

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
        calls(DENIED_X86_64, CLONE_X86_64);
        program.set(jump, new Instruction(JUMP, 0, 0, program.size() - jump - 1));
        add(EQUAL, 1, 0, AARCH64);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER_AT);
        calls(DENIED_AARCH64, CLONE_AARCH64);
    }

    private void calls(int[] denied, int clone) {
        answer(CLONE3, NOT_THERE);
        Arrays.stream(COMMON).forEach(number -> answer(number, NOT_PERMITTED));
        Arrays.stream(denied).forEach(number -> answer(number, NOT_PERMITTED));
        add(EQUAL, 0, 4, clone);
        add(LOAD, 0, 0, FIRST_ARGUMENT_AT);
        add(ANY_BIT, 1, 0, CLONE_THREAD);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ALLOW);
    }

    private void answer(int number, int with) {
        add(EQUAL, 0, 1, number);
        add(RETURN, 0, 0, with);
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
