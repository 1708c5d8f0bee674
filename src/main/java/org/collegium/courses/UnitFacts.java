package org.collegium.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFormat;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** What is in the files of units; kept in memory by content, which never changes under its hash. */
@Component
class UnitFacts {

    private static final int REMEMBERED = 2_000;

    private final Map<String, ActivityFormat> formats;
    private final CourseFiles files;
    private final Cache<Content, ActivityFacts> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    UnitFacts(List<ActivityFormat> formats, CourseFiles files) {
        this.formats = formats.stream().collect(Collectors.toMap(ActivityFormat::kind, Function.identity()));
        this.files = files;
    }

    /** What is in the file of a unit. */
    ActivityFacts of(CourseManifest manifest, CourseUnit unit) {
        return manifest.file(unit)
                .map(file -> known.get(
                        new Content(unit.kind(), file.sha256()),
                        content -> check(unit.kind(), files.open(file), fault -> {})))
                .orElse(ActivityFacts.NONE);
    }

    /** Reads a file as one of a kind and reports what is wrong in it. */
    ActivityFacts check(String kind, SourceFile file, FaultSink faults) {
        ActivityFormat format = formats.get(kind);
        return format == null ? ActivityFacts.NONE : format.check(file, faults);
    }

    /** The same where a kind may consist of several files, which are found by their paths. */
    ActivityFacts check(String kind, SourceFile file, Function<String, Optional<SourceFile>> others, FaultSink faults) {
        ActivityFormat format = formats.get(kind);
        return format == null ? ActivityFacts.NONE : format.check(file, others, faults);
    }

    private record Content(String kind, String sha256) {}
}
