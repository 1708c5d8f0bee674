package org.collegium.shared;

import static org.collegium.shared.CoverCanvas.HEIGHT;
import static org.collegium.shared.CoverCanvas.WIDTH;
import static org.collegium.shared.CoverCanvas.circle;
import static org.collegium.shared.CoverCanvas.number;
import static org.collegium.shared.CoverCanvas.point;

import java.util.SplittableRandom;

/** The families of patterns that covers are drawn from. */
enum CoverPattern {
    /** Seats around a round table, as in the mark. */
    TABLE {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            double x = random.nextDouble(130, 350);
            double y = random.nextDouble(80, 160);
            double turn = random.nextDouble(360);
            String[] tones = {palette.light(), palette.mid(), palette.deep(), palette.mid()};
            for (int ring = 0; ring < 10; ring++) {
                double radius = 40 + ring * 32;
                int seats = 4 + ring;
                double gap = 9 * 57.3 / radius;
                int open = random.nextInt(seats);
                StringBuilder path = new StringBuilder();
                for (int seat = 0; seat < seats; seat++) {
                    if (seat != open) {
                        double from = turn + 360.0 / seats * seat;
                        path.append(arc(x, y, radius, from + gap / 2, from + 360.0 / seats - gap / 2));
                    }
                }
                canvas.stroke(tones[ring % tones.length], 16, path.toString());
                turn += random.nextDouble(25, 80);
            }
            canvas.fill(palette.accent(), circle(x, y, 17));
        }
    },

    /** Quarter circles on a grid, turned at random: one winding line. */
    WINDING {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < HEIGHT; y += 60) {
                for (int x = 0; x < WIDTH; x += 60) {
                    int side = random.nextBoolean() ? 1 : -1;
                    path.append("M").append(x + 30).append(' ').append(y).append("a30 30 0 0 ");
                    path.append(side > 0 ? "1-30 30" : "0 30 30");
                    path.append("M").append(x + 30).append(' ').append(y + 60).append("a30 30 0 0 ");
                    path.append(side > 0 ? "1 30-30" : "0-30-30");
                }
            }
            canvas.stroke(palette.mid(), 24, path.toString());
            canvas.stroke(palette.deep(), 9, path.toString());
            int column = random.nextInt(2, 7);
            int row = random.nextInt(1, 4);
            canvas.fill(palette.accent(), circle(column * 60 - 30, row * 60, 12));
        }
    },

    /** Hills behind hills under a low sun. */
    HILLS {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            double sun = random.nextDouble(90, 390);
            canvas.fill(palette.accent(), circle(sun, random.nextDouble(56, 84), random.nextDouble(22, 32)));
            String[] tones = {palette.light(), palette.mid(), palette.ground(), palette.deep()};
            double[] opacities = {0.35, 0.8, 1, 1};
            for (int layer = 0; layer < tones.length; layer++) {
                double base = 96 + layer * 40;
                StringBuilder path = new StringBuilder("M0 " + number(base + random.nextDouble(-20, 20)));
                for (int x = 0; x < WIDTH; x += 120) {
                    path.append('S').append(point(x + 70, base + random.nextDouble(-36, 30)));
                    path.append(' ').append(point(x + 120, base + random.nextDouble(-24, 24)));
                }
                canvas.fill(
                        tones[layer], opacities[layer], path.append("V240H0z").toString());
            }
        }
    },

    /** Dots whose size follows a smooth hill of probability. */
    DENSITY {
        private static final double[] BOUNDS = {0.78, 0.55, 0.32, 0.14, 0.04, -1};
        private static final double[] WIDTHS = {22, 17, 12.5, 8.5, 5.5, 3.5};

        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            double x = random.nextInt(4, 13) * 30;
            double y = random.nextInt(2, 7) * 30;
            double slope = random.nextDouble(-0.8, 0.8);
            StringBuilder[] bands = new StringBuilder[BOUNDS.length];
            for (int band = 0; band < bands.length; band++) {
                bands[band] = new StringBuilder();
            }
            for (int row = 0; row <= HEIGHT; row += 30) {
                for (int column = 0; column <= WIDTH; column += 30) {
                    double across = (column - x) / 150;
                    double along = (row - y + slope * (column - x)) / 90;
                    double density = Math.exp(-across * across - along * along);
                    int band = 0;
                    while (density <= BOUNDS[band]) {
                        band++;
                    }
                    bands[band].append('M').append(point(column, row)).append("h0");
                }
            }
            for (int band = 0; band < bands.length; band++) {
                canvas.round(band < 2 ? palette.light() : palette.mid(), WIDTHS[band], bands[band].toString());
            }
            canvas.fill(palette.accent(), circle(x, y, 11));
        }
    },

    /** Ribbons woven over and under one another. */
    WEAVE {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            StringBuilder across = new StringBuilder();
            StringBuilder down = new StringBuilder();
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 6; column++) {
                    int x = column * 80;
                    int y = row * 80;
                    boolean lying = (row + column) % 2 == 0;
                    for (int ribbon = 14; ribbon < 80; ribbon += 26) {
                        if (lying) {
                            across.append('M')
                                    .append(x + 8)
                                    .append(' ')
                                    .append(y + ribbon)
                                    .append("h64");
                        } else {
                            down.append('M')
                                    .append(x + ribbon)
                                    .append(' ')
                                    .append(y + 8)
                                    .append("v64");
                        }
                    }
                }
            }
            canvas.round(palette.mid(), 15, across.toString());
            canvas.round(palette.deep(), 15, down.toString());
            int start = random.nextInt(3);
            int cell = random.nextInt(3) * 2 + (start % 2);
            canvas.round(palette.light(), 15, "M" + (cell * 80 + 8) + " " + (start * 80 + 14) + "h64m-64 52h64");
            canvas.round(palette.accent(), 15, "M" + (cell * 80 + 8) + " " + (start * 80 + 40) + "h64");
        }
    },

    /** Layers of nodes joined by lines, one way through them lit. */
    NETWORK {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            int[] sizes = {3, random.nextInt(4, 6), random.nextInt(4, 6), random.nextInt(3, 5), 2};
            StringBuilder edges = new StringBuilder();
            StringBuilder nodes = new StringBuilder();
            StringBuilder way = new StringBuilder();
            StringBuilder lit = new StringBuilder();
            for (int layer = 0; layer < sizes.length; layer++) {
                int chosen = random.nextInt(sizes[layer]);
                for (int node = 0; node < sizes[layer]; node++) {
                    String here = point(layer * 120, height(node, sizes[layer]));
                    for (int next = 0; layer + 1 < sizes.length && next < sizes[layer + 1]; next++) {
                        edges.append('M').append(here);
                        edges.append('L').append(point((layer + 1) * 120, height(next, sizes[layer + 1])));
                    }
                    (node == chosen ? lit : nodes).append('M').append(here).append("h0");
                }
                way.append(layer == 0 ? 'M' : 'L').append(point(layer * 120, height(chosen, sizes[layer])));
            }
            canvas.stroke(palette.mid(), 2, edges.toString());
            canvas.round(palette.light(), 4, way.toString());
            canvas.round(palette.mid(), 26, nodes.toString());
            canvas.round(palette.deep(), 14, nodes.toString());
            canvas.round(palette.light(), 26, lit.toString());
            canvas.round(palette.accent(), 14, lit.toString());
        }

        private double height(int node, int size) {
            return HEIGHT / 2.0 + (node - (size - 1) / 2.0) * 52;
        }
    },

    /** Leaves on a grid, as on an endpaper. */
    LEAVES {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            StringBuilder[] tones = {new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()
            };
            for (int y = 0; y < HEIGHT; y += 60) {
                for (int x = 0; x < WIDTH; x += 60) {
                    int kind = random.nextInt(20);
                    StringBuilder tone = tones[kind < 8 ? 0 : kind < 16 ? 1 : kind < 19 ? 2 : 3];
                    if ((x + y) / 60 % 2 == 0) {
                        tone.append('M').append(x).append(' ').append(y).append("a60 60 0 0 1 60 60a60 60 0 0 1-60-60");
                    } else {
                        tone.append('M')
                                .append(x + 60)
                                .append(' ')
                                .append(y)
                                .append("a60 60 0 0 0-60 60a60 60 0 0 0 60-60");
                    }
                }
            }
            String[] colours = {palette.mid(), palette.deep(), palette.light(), palette.accent()};
            for (int tone = 0; tone < tones.length; tone++) {
                canvas.fill(colours[tone], tones[tone].toString());
            }
        }
    },

    /** Bars that grow and shrink like a sample's histogram. */
    HISTOGRAM {
        @Override
        void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random) {
            double peak = random.nextDouble(3.5, 8.5);
            double spread = random.nextDouble(2.4, 3.6);
            int lit = (int) Math.round(peak) - 1 + random.nextInt(3);
            StringBuilder back = new StringBuilder();
            StringBuilder bars = new StringBuilder();
            for (int bar = 0; bar < 12; bar++) {
                double bell = Math.exp(-Math.pow((bar - peak) / spread, 2));
                int height = (int) Math.round(22 + bell * 132 + random.nextDouble(30));
                int x = 20 + bar * 40;
                back.append('M').append(x).append(" 20V240");
                if (bar == lit) {
                    canvas.round(palette.deep(), 26, "M" + x + " 34V240");
                    canvas.round(palette.accent(), 26, "M" + x + " " + (HEIGHT - height) + "V270");
                } else {
                    bars.append('M')
                            .append(x)
                            .append(' ')
                            .append(HEIGHT - height)
                            .append("V270");
                }
            }
            canvas.stroke(palette.deep(), 2, back.toString());
            canvas.round(palette.mid(), 26, bars.toString());
        }
    };

    abstract void draw(CoverCanvas canvas, CoverPalette palette, SplittableRandom random);

    private static String arc(double x, double y, double radius, double from, double to) {
        double start = Math.toRadians(from);
        double end = Math.toRadians(to);
        String r = number(radius);
        return "M" + point(x + radius * Math.cos(start), y + radius * Math.sin(start)) + "A" + r + " " + r + " 0 "
                + (to - from > 180 ? 1 : 0) + " 1 " + point(x + radius * Math.cos(end), y + radius * Math.sin(end));
    }
}
