package org.collegium.courses.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds lines of letters in a picture of dots by their shape: small marks of different widths, side by side on one plain
 * ground. It looks only at drawings, in which few colours cover most of the area; photographs have none to tell.
 */
final class Letters {

    /** Of the dots, as many are like those beside and below them. */
    private static final double PLAIN = 0.6;

    /** So much of the picture the commonest colours cover. */
    private static final double COVERED = 0.75;

    private static final int FEW = 8;

    /** A colour is a ground when it fills so much of the picture. */
    private static final double GROUND = 0.01;

    private static final int LOWEST = 6;
    private static final int HIGHEST = 64;
    private static final int MOST = 50_000;
    private static final int FEWEST_IN_LINE = 5;
    private static final int SHAPES = 3;

    /** What stands out less nobody meant to be seen: it comes from how the picture was made smaller. */
    private static final double FAINTEST = 1.3;

    private final Dots dots;
    private final boolean[] grounds = new boolean[Dots.SHADES];
    private final boolean[] ground;
    private final boolean[] seen;
    private final int[] queue;

    private Letters(Dots dots) {
        this.dots = dots;
        ground = new boolean[dots.count()];
        seen = new boolean[dots.count()];
        queue = new int[dots.count()];
    }

    /** @param x where the line begins, in dots from the left; {@code y} from above */
    record Pale(double contrast, int x, int y) {}

    /** The line of letters that stands out least, if that is too little; empty where none is found or nothing can be told. */
    static Optional<Pale> palest(Dots dots) {
        return new Letters(dots).palest();
    }

    private Optional<Pale> palest() {
        if (!isDrawing()) {
            return Optional.empty();
        }
        return lines(letters()).stream()
                .filter(Letters::isText)
                .map(line -> new Pale(
                        middle(line), line.getFirst().left(), line.getFirst().top()))
                .filter(pale -> pale.contrast() < ContrastCheck.LEAST)
                .min(Comparator.comparingDouble(Pale::contrast));
    }

    private boolean isDrawing() {
        int[] shades = new int[Dots.SHADES];
        int[] filled = new int[Dots.SHADES];
        int like = 0;
        for (int at = 0; at < dots.count(); at++) {
            int shade = dots.shade(at);
            shades[shade]++;
            boolean plain = dots.isLikeNext(at);
            like += plain ? 1 : 0;
            filled[shade] += plain && dots.isFilled(at) ? 1 : 0;
        }
        for (int shade = 0; shade < grounds.length; shade++) {
            grounds[shade] = filled[shade] >= GROUND * dots.count();
        }
        long covered = Arrays.stream(shades)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(FEW)
                .mapToLong(Integer::longValue)
                .sum();
        return like >= PLAIN * dots.count() && covered >= COVERED * dots.count();
    }

    /** Marks of the size of letters, from left to right. */
    private List<Mark> letters() {
        List<Mark> letters = new ArrayList<>();
        for (int at = 0; at < dots.count(); at++) {
            if (!seen[at] && grounds[dots.shade(at)]) {
                ground(at);
            }
        }
        System.arraycopy(ground, 0, seen, 0, seen.length);
        for (int at = 0; at < dots.count() && letters.size() < MOST; at++) {
            if (!seen[at]) {
                Mark mark = mark(at);
                if (mark.isLetter()) {
                    letters.add(mark);
                }
            }
        }
        letters.sort(Comparator.comparingInt(Mark::left));
        return letters;
    }

    /** Marks the area of one shade around a dot as ground, if it is large; white letters on blue are none, beside white paper. */
    private void ground(int from) {
        int size = area(from, beside -> !seen[beside] && dots.shade(beside) == dots.shade(from));
        for (int i = 0; i < size && size >= GROUND * dots.count(); i++) {
            ground[queue[i]] = true;
        }
    }

    /** All dots that hang together with this one and are no ground. */
    private Mark mark(int from) {
        Growing mark = new Growing(dots);
        int size = area(from, beside -> {
            if (ground[beside]) {
                mark.touch(beside);
            }
            return !seen[beside];
        });
        for (int i = 0; i < size; i++) {
            mark.take(queue[i]);
        }
        return mark.done();
    }

    /** Puts the dots that hang together into the queue, and returns how many there are. */
    private int area(int from, IntPredicate belongs) {
        int size = 0;
        queue[size++] = from;
        seen[from] = true;
        for (int next = 0; next < size; next++) {
            for (int beside : dots.around(queue[next])) {
                if (beside >= 0 && belongs.test(beside)) {
                    seen[beside] = true;
                    queue[size++] = beside;
                }
            }
        }
        return size;
    }

    /** Each letter goes on the line that ended last a little to the left of it. */
    private static List<List<Mark>> lines(List<Mark> letters) {
        List<List<Mark>> lines = new ArrayList<>();
        Map<Integer, List<Mark>> byRow = new HashMap<>();
        for (Mark letter : letters) {
            List<Mark> line = null;
            for (int row = letter.row() - 2; row <= letter.row() + 2; row++) {
                List<Mark> before = byRow.get(row);
                if (before != null
                        && letter.follows(before.getLast())
                        && (line == null
                                || line.getLast().right() < before.getLast().right())) {
                    line = before;
                }
            }
            if (line == null) {
                line = new ArrayList<>();
                lines.add(line);
            }
            line.add(letter);
            byRow.put(letter.row(), line);
        }
        return lines;
    }

    /** Half of the letters stand out less; thin strokes alone would make dark ones pale. */
    private static double middle(List<Mark> line) {
        return line.stream().mapToDouble(Mark::contrast).sorted().toArray()[line.size() / 2];
    }

    /** Dashes and dots of a diagram are as like each other as letters are not, and fuller. */
    private static boolean isText(List<Mark> line) {
        return line.size() >= FEWEST_IN_LINE
                && line.stream().map(Mark::shape).distinct().count() >= SHAPES
                && line.stream().filter(Mark::isOpen).count() * 3 >= line.size();
    }

    /**
     * Dots that hang together.
     *
     * @param ground shade around it; -1 where there are several
     * @param contrast of the dot that stands out most
     */
    private record Mark(int left, int top, int right, int bottom, int size, int ground, double contrast) {

        private static final int ROW = 8;

        boolean isLetter() {
            return ground >= 0
                    && height() >= LOWEST
                    && height() <= HIGHEST
                    && width() >= 2
                    && width() <= 3 * height()
                    && size >= width() * height() * 0.15
                    && contrast >= FAINTEST;
        }

        boolean follows(Mark before) {
            int higher = Math.max(height(), before.height());
            int gap = left - before.right;
            return ground == before.ground
                    && gap >= -higher / 4
                    && gap <= higher * 1.2
                    && Math.abs(bottom - before.bottom) <= higher * 0.4
                    && higher <= 2.2 * Math.min(height(), before.height());
        }

        int row() {
            return bottom / ROW;
        }

        /** Discs fill three quarters of the square around them, most letters less. */
        boolean isOpen() {
            return size < width() * height() * 0.72;
        }

        Shape shape() {
            return new Shape(width(), 8 * size / (width() * height()));
        }

        private int width() {
            return right - left + 1;
        }

        private int height() {
            return bottom - top + 1;
        }
    }

    /** @param filled in eighths */
    private record Shape(int width, int filled) {}

    private static final class Growing {

        private final Dots dots;
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int size;
        private int ground = -1;
        private boolean mixed;
        private double around;
        private double darkest = 1;
        private double lightest;

        Growing(Dots dots) {
            this.dots = dots;
        }

        void take(int at) {
            left = Math.min(left, dots.x(at));
            right = Math.max(right, dots.x(at));
            top = Math.min(top, dots.y(at));
            bottom = Math.max(bottom, dots.y(at));
            darkest = Math.min(darkest, dots.colour(at).luminance());
            lightest = Math.max(lightest, dots.colour(at).luminance());
            size++;
        }

        void touch(int at) {
            if (ground < 0) {
                ground = dots.shade(at);
                around = dots.colour(at).luminance();
            }
            mixed |= dots.shade(at) != ground;
        }

        Mark done() {
            double contrast = Math.max(Colour.contrast(around, darkest), Colour.contrast(around, lightest));
            return new Mark(left, top, right, bottom, size, mixed ? -1 : ground, contrast);
        }
    }
}
