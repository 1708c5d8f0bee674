package org.collegium.demonstration;

import java.util.List;
import java.util.Map;

/**
 * What learners of the demonstration handed in at labs; the fields are explained in {@code demo/lab-work.yaml}.
 *
 * @param partner slug of the partner whose course it is
 * @param course its key
 * @param works by key of the lab and a name
 */
record LabStory(String partner, String course, Map<String, Map<String, Work>> works, List<HandedIn> handedIn) {

    record Work(double points, Map<String, String> cells) {}

    record HandedIn(int day, String person, String lab, String work) {}

    Map<String, String> cells(HandedIn handedIn) {
        Work work = works.getOrDefault(handedIn.lab(), Map.of()).get(handedIn.work());
        if (work == null) {
            throw new IllegalStateException("There is no work " + handedIn.work() + " at " + handedIn.lab());
        }
        return work.cells();
    }
}
