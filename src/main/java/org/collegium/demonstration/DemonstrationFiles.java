package org.collegium.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of the demonstration, copied from the application into a temporary folder while they are needed. */
final class DemonstrationFiles implements AutoCloseable {

    private static final String ROOT = "/demo/";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;

    private DemonstrationFiles(Path folder) {
        this.folder = folder;
    }

    static DemonstrationFiles unpack() throws IOException {
        Path folder = Files.createTempDirectory("collegium-demonstration-");
        DemonstrationFiles files = new DemonstrationFiles(folder);
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:demo/**")) {
            if (resource.isReadable()) {
                files.copy(resource);
            }
        }
        return files;
    }

    /** The folders of the courses, originals before their language variants. */
    List<Path> courses() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("courses"))) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(DemonstrationFiles::isVariant).thenComparing(Path::toString))
                    .toList();
        }
    }

    Story story() throws IOException {
        return MAPPER.convertValue(yaml("people.yaml"), Story.class);
    }

    ReviewStory reviews() throws IOException {
        return MAPPER.convertValue(yaml("reviews.yaml"), ReviewStory.class);
    }

    RevisionStory revisions() throws IOException {
        return MAPPER.convertValue(yaml("revisions.yaml"), RevisionStory.class);
    }

    ProgrammeStory programmes() throws IOException {
        return MAPPER.convertValue(yaml("programmes.yaml"), ProgrammeStory.class);
    }

    LabStory labs() throws IOException {
        return MAPPER.convertValue(yaml("lab-work.yaml"), LabStory.class);
    }

    PartnerList partners() throws IOException {
        return MAPPER.convertValue(yaml("partners.yaml"), PartnerList.class);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Object yaml(String name) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(folder.resolve(name)));
    }

    private void copy(Resource resource) throws IOException {
        String address = resource.getURL().toString();
        String path = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        if (path.isEmpty() || path.endsWith("/")) {
            return;
        }
        Path target = folder.resolve(URLDecoder.decode(path, StandardCharsets.UTF_8));
        Files.createDirectories(target.getParent());
        try (InputStream in = resource.getInputStream()) {
            Files.copy(in, target);
        }
    }

    private static boolean isVariant(Path course) {
        try {
            return Files.readString(course.resolve("course.yaml")).contains("\nvariantOf:");
        } catch (IOException exception) {
            return false;
        }
    }

    /** The partners as {@code demo/partners.yaml} lists them. */
    record PartnerList(List<Entry> partners) {

        record Entry(
                String slug,
                String name,
                String shortName,
                String kind,
                String country,
                String homepage,
                Colour colour,
                String description) {}

        record Colour(String hex) {}
    }
}
