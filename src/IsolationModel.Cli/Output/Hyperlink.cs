using System.Net;
using System.Text;

namespace IsolationModel.Cli.Output;

/// <summary>Hyperlinks of terminals (OSC 8).</summary>
internal static class Hyperlink
{
    private const string Start = "\u001b]8;;";
    private const string End = "\u001b\\";

    /// <summary>The whole name: terminals compare it, and the short one that <see cref="Environment.MachineName"/> tells would be another machine's.</summary>
    private static readonly Lazy<string> Host = new(static () => Uri.EscapeDataString(Dns.GetHostName()));

    /// <summary>The text as a link. Neither the text nor the address may hold control characters.</summary>
    public static string To(string address, string text) => $"{Start}{address}{End}{text}{Start}{End}";

    /// <summary>
    /// The address of a file: with the name of the machine, by which a terminal tells whether the file is one that it can open. What is shown for
    /// standard input has none.
    /// </summary>
    public static string? AddressOf(string file, string folder)
    {
        if (file.Length == 0 || file == Input.DisplayPath.StandardInput)
        {
            return null;
        }

        var path = Path.GetFullPath(file, folder).Replace(Path.DirectorySeparatorChar, '/');
        var address = new StringBuilder("file://").Append(Host.Value);
        foreach (var segment in path.TrimStart('/').Split('/'))
        {
            address.Append('/').Append(IsDrive(segment) ? segment : Uri.EscapeDataString(segment));
        }

        return address.ToString();
    }

    private static bool IsDrive(string segment) => segment.Length == 2 && segment[1] == ':' && char.IsAsciiLetter(segment[0]);
}
