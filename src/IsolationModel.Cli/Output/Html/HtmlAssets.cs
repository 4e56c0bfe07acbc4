using System.Security.Cryptography;
using System.Text;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The style sheet and the script of the page. They lie beside this file as they are delivered, without a build step.</summary>
internal static class HtmlAssets
{
    public static string Style => Read("report.css");

    public static string Script => Read("report.js");

    /// <summary>
    /// What a page may do, as a Content-Security-Policy: use exactly this style sheet and this script, and reach nothing. A name that got past the
    /// escaping could still run nothing and call nobody.
    /// </summary>
    public static string Policy(string style, string script) =>
        $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    /// <summary>Line ends are made <c>\n</c>: browsers normalize them before they compare hashes.</summary>
    private static string Read(string name)
    {
        using var stream = typeof(HtmlAssets).Assembly.GetManifestResourceStream($"html/{name}")
            ?? throw new InvalidOperationException($"the tool was built without {name}");
        using var reader = new StreamReader(stream, ToolHost.Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
