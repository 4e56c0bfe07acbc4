using IsolationModel.Text;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>The signs around the text that a finding stands on.</summary>
internal static class Marks
{
    /// <summary>Before the text.</summary>
    public const char Start = '«';

    /// <summary>Behind it.</summary>
    public const char End = '»';

    /// <summary>Whether a text has them.</summary>
    public static bool AreIn(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>The text without them.</summary>
    public static string Remove(string text) => text.Replace($"{Start}", string.Empty, StringComparison.Ordinal).Replace($"{End}", string.Empty, StringComparison.Ordinal);

    /// <summary>What they stand around, in the text without them.</summary>
    public static TextRange RangeIn(string text)
    {
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal) - 1;
        Assert.True(start >= 0 && end >= start && start == text.LastIndexOf(Start) && end == text.LastIndexOf(End) - 1, "One pair of marks is needed:\n" + text);
        return new TextRange(start, end - start);
    }
}
