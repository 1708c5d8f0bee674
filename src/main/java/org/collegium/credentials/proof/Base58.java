package org.collegium.credentials.proof;

import java.math.BigInteger;
import java.util.Arrays;

/** Base 58 in Bitcoin's alphabet; with a leading {@code z} it is the multibase of keys and proofs. */
final class Base58 {

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int LONGEST = 128;

    private Base58() {}

    static String write(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int zero = 0; zero < bytes.length && bytes[zero] == 0; zero++) {
            text.append(DIGITS.charAt(0));
        }
        return text.reverse().toString();
    }

    /** @throws IllegalArgumentException for other characters, and for texts longer than keys and signatures are */
    static byte[] read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long for base 58");
        }
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            int digit = DIGITS.indexOf(text.charAt(at));
            if (digit < 0) {
                throw new IllegalArgumentException("no digit of base 58");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] magnitude = number.toByteArray();
        int from = magnitude[0] == 0 ? 1 : 0;
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == DIGITS.charAt(0)) {
            zeros++;
        }
        byte[] bytes = new byte[zeros + magnitude.length - from];
        System.arraycopy(magnitude, from, bytes, zeros, magnitude.length - from);
        return number.signum() == 0 ? Arrays.copyOf(bytes, zeros) : bytes;
    }
}
