namespace IsolationModel.Descriptors.Compose;

/// <summary>Where the short form of a mount puts it: <c>SOURCE:TARGET:MODE</c>, or the target alone.</summary>
internal static class MountTarget
{
    /// <summary>The target of a volume.</summary>
    public static string OfVolume(string text)
    {
        var first = PartEnd(text, 0);
        return first == text.Length ? text : text.Substring(first + 1, PartEnd(text, first + 1) - first - 1);
    }

    /// <summary>The target of a device: <c>SOURCE:TARGET:PERMISSIONS</c>.</summary>
    public static string OfDevice(string text)
    {
        var parts = text.Split(':');
        return parts.Length > 1 ? parts[1] : text;
    }

    /// <summary>Where a part ends; the colon behind the letter of a drive is none of its ends, nor is one within a variable.</summary>
    private static int PartEnd(string text, int start)
    {
        var isDrive = start + 2 < text.Length && text[start + 1] == ':' && text[start + 2] is '\\' or '/' && text[start] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
        var braces = 0;
        for (var at = start + (isDrive ? 2 : 0); at < text.Length; at++)
        {
            braces += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (text[at] == ':' && braces <= 0)
            {
                return at;
            }
        }

        return text.Length;
    }
}
