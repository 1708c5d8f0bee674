package org.collegium.labs.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PyodideLockTests {

    private static final String HASH = "ab".repeat(32);

    @Test
    void aPackageIsFoundByWhatIsImportedAndByItsName() {
        PyodideLock lock = lock("""
                "scikit-learn": {"name": "scikit-learn", "version": "1.8.0", "file_name": "scikit_learn-1.8.0.whl",
                    "sha256": "HASH", "imports": ["sklearn"], "depends": ["NumPy"]},
                "numpy": {"name": "numpy", "version": "2.4.6", "file_name": "numpy-2.4.6.whl", "sha256": "HASH",
                    "imports": ["numpy"], "depends": []}
                """);

        assertThat(lock.ofImport("sklearn")).map(LockedPackage::name).contains("scikit-learn");
        assertThat(lock.ofImport("scikit_learn")).map(LockedPackage::name).contains("scikit-learn");
        assertThat(lock.ofImport("numpy.linalg")).map(LockedPackage::name).contains("numpy");
        assertThat(lock.ofImport("pandas")).isEmpty();
        assertThat(lock.withDependencies(lock.ofImport("sklearn").orElseThrow()))
                .hasValueSatisfying(all -> assertThat(all)
                        .extracting(LockedPackage::name)
                        .containsExactlyInAnyOrder("scikit-learn", "numpy"));
    }

    @Test
    void packagesThatNeedEachOtherEnd() {
        PyodideLock lock = lock("""
                "one": {"file_name": "one.whl", "sha256": "HASH", "imports": [], "depends": ["two"]},
                "two": {"file_name": "two.whl", "sha256": "HASH", "imports": [], "depends": ["one"]}
                """);

        assertThat(lock.withDependencies(lock.ofImport("one").orElseThrow()))
                .hasValueSatisfying(all -> assertThat(all).hasSize(2));
    }

    @Test
    void whatNeedsSomethingThatTheLockLacksIsNeverWhole() {
        PyodideLock lock = lock("""
                "one": {"file_name": "one.whl", "sha256": "HASH", "imports": [], "depends": ["elsewhere"]}
                """);

        assertThat(lock.withDependencies(lock.ofImport("one").orElseThrow())).isEmpty();
    }

    @Test
    void namesOfFilesLeadNowhereElse() {
        for (String name :
                new String[] {"../one.whl", "/etc/passwd", "a/b.whl", ".hidden", "https://example.org/x.whl", ""}) {
            PyodideLock lock = lock("\"one\": {\"file_name\": \"" + name
                    + "\", \"sha256\": \"HASH\", \"imports\": [\"one\"], \"depends\": []}");
            assertThat(lock.packages()).as(name).isEmpty();
            assertThat(lock.ofFile(name)).as(name).isEmpty();
        }
    }

    @Test
    void aPackageWithoutAHashIsNone() {
        assertThat(lock("\"one\": {\"file_name\": \"one.whl\", \"imports\": [\"one\"], \"depends\": []}")
                        .packages())
                .isEmpty();
    }

    @Test
    void whatIsNoLockIsSaidSo() {
        for (String text : new String[] {"", "[]", "{}", "{\"packages\": []}", "not json"}) {
            assertThatThrownBy(() -> PyodideLock.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PyodideLock lock(String packages) {
        String json = "{\"info\": {}, \"packages\": {" + packages.replace("HASH", HASH) + "}}";
        return PyodideLock.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A lock file for tests, of packages with these hashes and nothing that they need; the names of the files end in .whl. */
    static String json(Map<String, String> hashes) {
        StringBuilder packages = new StringBuilder();
        hashes.forEach((name, hash) ->
                packages.append(packages.isEmpty() ? "" : ",").append("""
                        "%s": {"name": "%s", "version": "1.0", "file_name": "%s-1.0-py3-none-any.whl", "install_dir": "site",
                          "sha256": "%s", "package_type": "package", "imports": ["%s"], "depends": [], "unvendored_tests": false}
                        """.formatted(name, name, name, hash, name)));
        return "{\"info\": {\"arch\": \"wasm32\", \"platform\": \"emscripten_5_0_3\", \"version\": \"314.0.7\", \"python\": \"3.14.2\","
                + " \"abi_version\": \"2026_0\"}, \"packages\": {" + packages + "}}";
    }
}
