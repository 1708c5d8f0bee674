package org.collegium;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** A scheduler that does nothing: it keeps the names of the instances that it was asked for, each once, as the real one does. */
public final class AskedJobs implements ObjectProvider<SchedulerClient> {

    private final List<String> instances = new ArrayList<>();
    private final SchedulerClient client = (SchedulerClient) Proxy.newProxyInstance(
            AskedJobs.class.getClassLoader(), new Class<?>[] {SchedulerClient.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("scheduleIfNotExists")
                        || !(arguments[0] instanceof SchedulableInstance<?> asked)) {
                    throw new UnsupportedOperationException(method.toString());
                }
                String name = asked.getTaskInstance().getId();
                return !instances.contains(name) && instances.add(name);
            });

    @Override
    public Stream<SchedulerClient> stream() {
        return Stream.of(client);
    }

    /** The names in the order in which they were asked for. */
    public List<String> instances() {
        return List.copyOf(instances);
    }
}
