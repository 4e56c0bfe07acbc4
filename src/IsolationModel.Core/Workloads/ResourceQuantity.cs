using System.Globalization;

namespace IsolationModel.Workloads;

/// <summary>Quantities as Kubernetes writes resources: <c>250m</c> and <c>0.25</c> are the same (apimachinery pkg/api/resource).</summary>
internal static class ResourceQuantity
{
    private const decimal Kibi = 1024;
    private const decimal Kilo = 1000;

    /// <summary>The suffixes that overheads are written with, the longer ones first.</summary>
    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", Kibi), ("Mi", Kibi * Kibi), ("Gi", Kibi * Kibi * Kibi), ("Ti", Kibi * Kibi * Kibi * Kibi),
        ("m", 0.001m), ("k", Kilo), ("M", Kilo * Kilo), ("G", Kilo * Kilo * Kilo), ("T", Kilo * Kilo * Kilo * Kilo),
    ];

    /// <summary>Whether two texts are the same quantity. Where one cannot be read, only the same text is.</summary>
    public static bool AreSame(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal) || (Parse(left) is { } a && Parse(right) is { } b && a == b);

    private static decimal? Parse(string text)
    {
        var (suffix, factor) = Array.Find(Suffixes, entry => text.EndsWith(entry.Suffix, StringComparison.Ordinal));
        var number = suffix is null ? text : text.Substring(0, text.Length - suffix.Length);
        // So short that no factor overflows.
        return number.Length <= 15 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value * (suffix is null ? 1 : factor)
            : null;
    }
}
