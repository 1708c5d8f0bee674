package org.collegium.credentials.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.IssuingItem;
import org.collegium.shared.CsvText;
import org.collegium.shared.PageRequest;

/** What became of each part of a bulk issue as a file for spreadsheets, with a mark by which they know the encoding. */
final class BulkIssueFile {

    private static final String TYPE = "text/csv;charset=utf-8";
    private static final String MARK = "\uFEFF";
    private static final int PAGE = 500;

    private BulkIssueFile() {}

    /**
     * @param cells the cells of a part
     * @param header those of the first line
     */
    static DownloadHandler download(
            IssuingCertificates issuing, UUID id, List<String> header, Function<IssuingItem, List<String>> cells) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] content = (MARK + text(issuing, id, header, cells)).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(content), "certificates.csv", TYPE, content.length);
        });
    }

    private static String text(
            IssuingCertificates issuing, UUID id, List<String> header, Function<IssuingItem, List<String>> cells) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        List<IssuingItem> page = issuing.items(id, Optional.empty(), new PageRequest(0, PAGE));
        for (int from = PAGE; !page.isEmpty(); from += PAGE) {
            page.forEach(item -> lines.add(cells.apply(item)));
            page = issuing.items(id, Optional.empty(), new PageRequest(from, PAGE));
        }
        return CsvText.write(lines);
    }
}
