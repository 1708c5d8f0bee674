package org.collegium.courses.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFormat;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/** A format that reads each file once, however often the course around it is read. */
final class RememberedFormat implements ActivityFormat {

    private final ActivityFormat format;
    private final Map<String, Answer> answers = new HashMap<>();

    RememberedFormat(ActivityFormat format) {
        this.format = format;
    }

    private record Answer(ActivityFacts facts, List<ImportFault> faults) {}

    @Override
    public String kind() {
        return format.kind();
    }

    @Override
    public ActivityFacts check(SourceFile file, FaultSink faults) {
        return check(file, path -> Optional.empty(), faults);
    }

    @Override
    public ActivityFacts check(SourceFile file, Function<String, Optional<SourceFile>> courseFiles, FaultSink faults) {
        Answer answer = answers.computeIfAbsent(file.path(), path -> {
            FaultList found = new FaultList();
            ActivityFacts facts = format.check(file, courseFiles, found);
            return new Answer(facts, found.faults());
        });
        answer.faults().forEach(faults::report);
        return answer.facts();
    }
}
