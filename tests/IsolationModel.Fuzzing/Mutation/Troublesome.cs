namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Values that readers stumble over.</summary>
internal static class Troublesome
{
    /// <summary>Texts that are put in the place of scalars as they are.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        // Numbers at limits, and words that are numbers to some.
        "0", "-0", "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "79228162514264337593543950336", "1e400", "1e-400", "1.7976931348623157e308", "0x7fffffffffffffff",
        "0o777777777777777777777777", "0b1", "0777", "1_000", "+1", ".5", "5.", ".inf", "-.Inf", ".nan", "NaN", "1:30", "0.1e", "1e", "999999999999.999999", "0.0000001", "9007199254740993",
        // Nothing, flags, dates.
        "", "~", "null", "Null", "\"\"", "''", "true", "yes", "off", "y", "2026-02-30", "2026-01-01", "0000-00-00", "2026-01-01T00:00:00Z", "<<", "=", "!!null", "!!str 1", "!!binary AA==", "!reset null", "!override []",
        // Kinds that are not expected.
        "[]", "{}", "[null]", "{a: }", "[[[]]]", "{? a : b}", "- a", "? b", "|", "|+2", ">-", "|9\n a", "&a", "*a", "&a *a", "*", "&", "!", "%", "@", "`", "#", "a: b: c", "\"", "'", "[", "{", "]", "}", ":", ",", "---", "...",
        // Templates and variables.
        "{{ .Values.x }}", "{{", "}}", "{{- range . }}", "${A}", "${A:-b}", "${A:?}", "${", "$", "$$", "$A", "$(A)", "${A:-${B:-${C}}}", "${A+}", "%A%",
        // Characters.
        "\0", "\u0001", "\u001b[2J", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ud800", "\udfff", "\U0001f4a9", "\U0010ffff", "e\u0301", "\t", "\r", "\r\n", "\\", "\\u0000", "\"\\ud800\"", "\"\\x00\"", "\"\\U0010FFFF\"", "\u0130", "\u0131", "\u00df", "\ufb01",
        // Paths.
        "..", "../..", "../../../../etc/passwd", "/", "//", ".", "./", "C:\\", "\\\\server\\share", "file:///", "https://example.com/x.yaml", "/proc/self/fd/0", "a/../a", "*", "**", "con", "\\\\.\\pipe\\docker_engine", "/var/run/docker.sock",
        // What the formats mean something by.
        "runc", "gvisor", "runsc", "kata", "kata-qemu", "untrusted-code", "level:high", "hostile-tenants", "pod-security:restricted", "privileged", "restricted", "latest", "v1.999", "ISM1001 -- why", "ISM9999", "--", "a@b", "a/b", "SYS_ADMIN", "ALL", "CAP_SYS_ADMIN", "Unconfined", "windows", "linux",
        // Markup and other languages.
        "<script>alert(1)</script>", "]]>", "--><!--", "&amp;", "\"><img src=x onerror=1>", "=cmd|' /C calc'!A0", "@SUM(1)", "::error::x", "%0A", "%25", "[a](javascript:1)", "```", "|x|", "\\n", "';--", "@\"", "\"\"\"", "*/", "//", "#if", "namespace", "class", "System", "Object.Equals", "ToString", "@class", "\u0301a",
    ];

    /// <summary>Keys that are put into mappings.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "apiVersion", "kind", "metadata", "name", "namespace", "spec", "template", "containers", "initContainers", "ephemeralContainers", "securityContext", "privileged", "capabilities", "runtimeClassName", "annotations", "labels",
        "isolationmodel.dev/needs", "isolationmodel.dev/level", "isolationmodel.dev/disable", "isolationmodel.dev/accept-weaker", "volumes", "hostPath", "items", "data", "services", "include", "extends", "file", "service", "extends", "x-isolation", "runtime",
        "env_file", "resources", "components", "bases", "patches", "patchesStrategicMerge", "patchesJson6902", "replacements", "configMapGenerator", "transformers", "target", "path", "$patch", "$retainKeys", "$setElementOrder/containers", "$deleteFromPrimitiveList/x", "<<", "",
        "$schema", "formatVersion", "extends", "locked", "remove", "override", "technologies", "needs", "values", "plugins", "hypervisor", "runtimes", "default-runtime", "version",
    ];
}
