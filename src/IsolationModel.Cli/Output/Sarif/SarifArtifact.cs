using System.Text;
using System.Text.Json;
using IsolationModel.Cli.Input;

namespace IsolationModel.Cli.Output.Sarif;

/// <summary>Files as SARIF names them: percent-encoded, relative to the folder of the run where they are below it.</summary>
internal static class SarifArtifact
{
    /// <summary>The name of the folder of the run; GitHub and others take it for the root of the repository.</summary>
    public const string BaseId = "%SRCROOT%";

    /// <summary>Writes the location of a file.</summary>
    public static void Write(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(file));
        if (file != DisplayPath.StandardInput && !IsWhole(file))
        {
            json.WriteString("uriBaseId", BaseId);
        }

        json.WriteEndObject();
    }

    /// <summary>The address of a shown path.</summary>
    public static string UriOf(string file)
    {
        var uri = new StringBuilder(IsWhole(file) ? "file://" : string.Empty);
        if (IsWhole(file) && file[0] != '/')
        {
            uri.Append('/');
        }

        var isFirst = true;
        foreach (var segment in file.Split('/'))
        {
            uri.Append(isFirst ? string.Empty : "/").Append(isFirst && IsWhole(file) ? segment : Uri.EscapeDataString(segment));
            isFirst = false;
        }

        return uri.ToString();
    }

    /// <summary>Files outside of the folder of the run are shown with their whole path.</summary>
    private static bool IsWhole(string file) => file.StartsWith('/') || (OperatingSystem.IsWindows() && file.Length > 1 && file[1] == ':');
}
