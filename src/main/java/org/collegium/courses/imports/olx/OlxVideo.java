package org.collegium.courses.imports.olx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.RelativePaths;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlNode.Element;

/** A video of Open edX: a card for the one at YouTube, links for others, and links to its transcripts. */
final class OlxVideo {

    private final Element video;
    private final OlxTree olx;
    private final FaultSink faults;

    OlxVideo(Element video, OlxTree olx, FaultSink faults) {
        this.video = video;
        this.olx = olx;
        this.faults = faults;
    }

    String markdown(String path) {
        String title = video.attribute("display_name").isEmpty() ? "Video" : video.attribute("display_name");
        String heading = "## " + MarkdownText.tidied(MarkdownText.of(title));
        String shown = youtube()
                .map(id -> "<iframe src=\"https://www.youtube.com/embed/" + id + "\"></iframe>")
                .orElseGet(() -> sources(title));
        if (shown.isEmpty()) {
            faults.warning(video.place(), "olx-video", title);
            return "";
        }
        String transcripts = String.join(
                "\n",
                transcripts()
                        .map(file -> "- [" + file.path().replaceFirst(".*/", "") + "]("
                                + MarkdownText.address(RelativePaths.from(path, file.path())) + ")")
                        .toList());
        if (transcripts.isEmpty()) {
            faults.warning(video.place(), "olx-transcript", title);
        }
        return heading + "\n\n" + shown + (transcripts.isEmpty() ? "" : "\n\n" + transcripts);
    }

    private Optional<String> youtube() {
        String id = video.attribute("youtube_id_1_0");
        String all = video.attribute("youtube");
        String found = id.isEmpty() && all.contains("1.00:")
                ? all.substring(all.indexOf("1.00:") + 5).replaceFirst(",.*", "")
                : id;
        return found.matches("[\\w-]{6,20}") ? Optional.of(found) : Optional.empty();
    }

    private String sources(String title) {
        List<String> sources = Stream.concat(
                        Stream.of(video.attribute("html5_sources").split("[\\[\\]\",]+")),
                        video.children("source").stream().map(source -> source.attribute("src")))
                .filter(source -> source.matches("https?://\\S+"))
                .distinct()
                .toList();
        return sources.isEmpty()
                ? ""
                : "[" + MarkdownText.tidied(MarkdownText.of(title)) + "](" + MarkdownText.address(sources.getFirst())
                        + ")";
    }

    /** The files with what is said, in each language. */
    private Stream<SourceFile> transcripts() {
        Stream<String> named = Stream.concat(
                video.all("transcript").stream()
                        .flatMap(found -> Stream.of(
                                found.attribute("src"),
                                found.attribute("language_code").isEmpty()
                                        ? ""
                                        : video.attribute("edx_video_id") + "-" + found.attribute("language_code") + "."
                                                + found.attribute("file_format"))),
                Stream.of(video.attribute("sub"))
                        .filter(name -> !name.isEmpty())
                        .map(name -> "subs_" + name + ".srt.sjson"));
        return named.filter(name -> !name.isEmpty()).flatMap(name -> olx.file("static/" + name).stream());
    }
}
