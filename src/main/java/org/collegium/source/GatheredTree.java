package org.collegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes files from where there is neither folder nor archive, with the same limits and refusals as a zip. */
public final class GatheredTree {

    private final SourceLimits limits;
    private final TreeBuilder tree;
    private final UnpackedFiles files;

    private GatheredTree(SourceLimits limits, TreeBuilder tree, UnpackedFiles files) {
        this.limits = limits;
        this.tree = tree;
        this.files = files;
    }

    /** Gives all files of a source, in any order. */
    public interface Giver {

        /** @throws IOException when the source cannot be read to its end */
        void giveTo(GatheredTree tree) throws IOException;
    }

    /**
     * Gathers a tree.
     *
     * @return empty when it was refused; the faults then say why
     * @throws UnpackingEnded when whoever follows ends it, or there is no room for what is gathered
     */
    public static Optional<SourceTree> of(SourceLimits limits, FaultSink faults, Unpacking watch, Giver giver) {
        TreeBuilder tree = new TreeBuilder(limits, faults);
        UnpackedFiles files = new UnpackedFiles(limits, tree, watch);
        try {
            giver.giveTo(new GatheredTree(limits, tree, files));
        } catch (UnpackingEnded ended) {
            files.delete();
            throw ended;
        } catch (IOException | RuntimeException unreadable) {
            tree.error("", "source-unreadable", "");
        }
        return tree.build(false, files::delete);
    }

    /** Whether there is a point in giving the file or folder at this path; what is refused is reported. */
    public boolean wants(String path) {
        String normal = EntryNames.normal(path);
        if (EntryNames.ignored(normal)) {
            return false;
        }
        Optional<String> fault = new EntryNames(limits).fault(normal);
        fault.ifPresent(
                code -> tree.error(normal, code, FaultTexts.printable(normal), limits.pathLength(), limits.depth()));
        return fault.isEmpty();
    }

    /**
     * Takes a file that is wanted.
     *
     * @return whether there is a point in going on
     */
    public boolean file(String path, InputStream content) throws IOException {
        String normal = EntryNames.normal(path);
        if (!tree.hasRoom()) {
            return false;
        }
        return !tree.admits(normal) || files.take(normal, content, () -> Long.MAX_VALUE);
    }

    /** Reports something that is left out, which the author should look at. */
    public void leftOut(String path, String code) {
        tree.warning(EntryNames.normal(path), code, FaultTexts.printable(path));
    }

    /** Reports that there is more than is read. */
    public void tooMany() {
        tree.error("", "too-many-files", limits.files());
    }

    /** Reports a name that is no text. */
    public void unreadableName(String path) {
        tree.error("", "name-not-utf8", FaultTexts.printable(path));
    }
}
