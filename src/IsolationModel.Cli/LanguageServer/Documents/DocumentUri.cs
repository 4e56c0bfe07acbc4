using System.Text;

namespace IsolationModel.Cli.LanguageServer.Documents;

/// <summary>Addresses of files (RFC 8089), as clients write them and as the server does.</summary>
internal static class DocumentUri
{
    private const string Scheme = "file://";

    /// <summary>What need not be escaped in a path (RFC 3986, pchar without colon, which clients escape on Windows).</summary>
    private const string Plain = "/-._~!$&'()*+,;=@";

    /// <summary>The file of an address; null for what is no file on this machine.</summary>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var slash = uri.IndexOf('/', Scheme.Length);
        if (slash < 0)
        {
            return null;
        }

        var host = uri[Scheme.Length..slash];
        var path = Uri.UnescapeDataString(uri[slash..]);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        if (!OperatingSystem.IsWindows())
        {
            return host is "" or "localhost" ? Path.GetFullPath(path) : null;
        }

        // Clients write the letter of a drive small or large.
        return host is not ("" or "localhost") ? Path.GetFullPath($@"\\{host}{path}")
            : path.Length > 2 && path[2] == ':' ? Path.GetFullPath(char.ToUpperInvariant(path[1]) + path[2..])
            : null;
    }

    /// <summary>The address of a file.</summary>
    public static string Of(string path)
    {
        var unix = Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
        var uri = new StringBuilder(unix.StartsWith("//", StringComparison.Ordinal) ? "file:" : unix.StartsWith('/') ? Scheme : Scheme + "/");
        foreach (var value in Encoding.UTF8.GetBytes(unix))
        {
            _ = char.IsAsciiLetterOrDigit((char)value) || Plain.Contains((char)value, StringComparison.Ordinal)
                ? uri.Append((char)value)
                : uri.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return uri.ToString();
    }
}
