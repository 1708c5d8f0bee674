package org.collegium.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report for a terminal and for programs. */
final class ReportText {

    private static final int WIDTH = 100;
    private static final String INDENT = "    ";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportText() {}

    static String json(ImportReport report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("importable", report.importable());
        root.put("publishable", report.publishable());
        ObjectNode counts = root.putObject("counts");
        ImportCounts found = report.counts();
        counts.put("sections", found.sections());
        counts.put("units", found.units());
        counts.put("pages", found.pages());
        counts.put("figures", found.activities().figures());
        counts.put("formulas", found.activities().formulas());
        counts.put("codeCells", found.activities().codeCells());
        counts.put("questions", found.activities().questions());
        counts.put("unkeyedQuestions", found.activities().unkeyedQuestions());
        counts.put("files", found.files());
        counts.put("bytes", found.bytes());
        ArrayNode faults = root.putArray("faults");
        for (ImportFault fault : report.faults()) {
            ObjectNode node = faults.addObject();
            node.put("severity", fault.severity().name().toLowerCase(Locale.ROOT));
            node.put("blocksPublishing", fault.blocksPublishing());
            node.put("file", fault.file());
            node.put("line", fault.line());
            node.put("column", fault.column());
            node.put("code", fault.code());
            node.put("reason", fault.reason());
            node.put("remedy", fault.remedy());
        }
        return MAPPER.writeValueAsString(root);
    }

    static String plain(ImportReport report) {
        StringBuilder text = new StringBuilder();
        for (FaultSeverity severity : FaultSeverity.values()) {
            report.faults().stream()
                    .filter(fault -> fault.severity() == severity)
                    .forEach(fault -> {
                        String place = fault.place().toString();
                        text.append(severity.name().toLowerCase(Locale.ROOT));
                        text.append(place.isEmpty() ? "" : "  " + place).append('\n');
                        wrap(fault.reason())
                                .forEach(
                                        line -> text.append(INDENT).append(line).append('\n'));
                        wrap("→ " + fault.remedy())
                                .forEach(
                                        line -> text.append(INDENT).append(line).append('\n'));
                    });
        }
        return text.append(summary(report)).toString();
    }

    private static String summary(ImportReport report) {
        ImportCounts counts = report.counts();
        String found = String.format(
                Locale.ROOT,
                "%d sections, %d units, %d figures, %d formulas, %d code cells, %d questions (%d without a key), %d files",
                counts.sections(),
                counts.units(),
                counts.activities().figures(),
                counts.activities().formulas(),
                counts.activities().codeCells(),
                counts.activities().questions(),
                counts.activities().unkeyedQuestions(),
                counts.files());
        String faults = String.format(
                Locale.ROOT,
                "%d errors, %d warnings, %d notes: %s",
                report.count(FaultSeverity.ERROR),
                report.count(FaultSeverity.WARNING),
                report.count(FaultSeverity.NOTE),
                verdict(report));
        return found + "\n" + faults + "\n";
    }

    private static String verdict(ImportReport report) {
        if (!report.importable()) {
            return "nothing was imported.";
        }
        return report.publishable() ? "imported." : "imported; some warnings must be mended before publishing.";
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > WIDTH - INDENT.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
