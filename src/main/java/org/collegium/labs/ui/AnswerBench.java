package org.collegium.labs.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.CodeBench;
import org.collegium.labs.browser.BrowserWheels;
import org.collegium.labs.browser.InBrowser;
import org.collegium.shared.ui.SiteFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where learners try code that is an answer: the editor and Python of labs. */
@Component
class AnswerBench implements CodeBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuntimeFiles runtime;
    private final BrowserWheels wheels;

    AnswerBench(RuntimeFiles runtime, BrowserWheels wheels) {
        this.runtime = runtime;
        this.wheels = wheels;
    }

    @Override
    public String data(List<String> packages) {
        InBrowser there = wheels.inBrowser(packages);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("script", SiteFiles.BENCH);
        data.put("runtime", runtime.address());
        data.put("packages", there.load());
        data.put("lacking", String.join(", ", there.lacking()));
        data.put("texts", LabTexts.ofBench());
        return JSON.writeValueAsString(data);
    }
}
