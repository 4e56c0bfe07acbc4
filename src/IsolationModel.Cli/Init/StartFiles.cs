using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IsolationModel.Configuration;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Init;

/// <summary>The texts of the files that a repository is started with.</summary>
internal static class StartFiles
{
    /// <summary>The overlay for what the model does not know.</summary>
    public const string OverlayName = "platform.isolation.json";

    private const string SchemaFolder = "https://raw.githubusercontent.com/isolation-model/IsolationModel.SDK/v";

    /// <summary>The settings.</summary>
    /// <param name="found">What they speak of.</param>
    /// <param name="levels">The ids of the levels, weakest first.</param>
    /// <param name="level">The level of every workload, or null.</param>
    /// <param name="hasOverlay">Whether there is an overlay.</param>
    public static NewFile Settings(FoundDescriptors found, IReadOnlyList<string> levels, string? level, bool hasOverlay)
    {
        var text = new StringBuilder("{\n");
        text.Append($"  \"$schema\": {Quoted(SchemaOf("isolation"))},\n\n");
        text.Append("  // What 'isolation check' judges where it is told nothing else. The compiler judges the descriptors of its project.\n");
        text.Append($"  \"paths\": [{string.Join(", ", (found.Folders.Count == 0 ? ["."] : found.Folders).Select(Quoted))}],\n\n");
        if (hasOverlay)
        {
            text.Append("  // What you know about your own clusters.\n");
            text.Append($"  \"models\": [{Quoted(OverlayName)}],\n\n");
        }

        text.Append($"  // The level that every workload needs: {string.Join(", ", levels)}. Without a level and without needs nothing is judged.\n");
        text.Append(level is null ? $"  // \"level\": {Quoted(levels[levels.Count / 2])},\n\n" : $"  \"level\": {Quoted(level)},\n\n");
        text.Append("  // How loudly findings are told, by rule, by category or for all (\"*\"): none, info, warning, error.\n  \"severity\": {},\n\n");
        text.Append("  // What holds for some paths alone, for example { \"paths\": [\"legacy/**\"], \"severity\": { \"*\": \"info\" } }.\n  \"overrides\": [],\n\n");
        text.Append("  // The quietest severity that makes the exit code 1: error, warning, info, never.\n  \"failOn\": \"warning\"\n}\n");
        return new NewFile(IsolationSettings.FileName, text.ToString(), "the settings of the compiler and of 'isolation check'");
    }

    /// <summary>The overlay with the names that the model does not know; each stays unknown until somebody fills it in.</summary>
    public static NewFile Overlay(FoundDescriptors found)
    {
        var model = BuiltInModel.Definition;
        var text = new StringBuilder("{\n");
        text.Append($"  \"$schema\": {Quoted(SchemaOf("isolation-model"))},\n  \"formatVersion\": \"1.0\",\n");
        text.Append($"  \"model\": {{ \"id\": \"platform\", \"version\": \"1.0.0\", \"extends\": {{ {Quoted(model.Id)}: {Quoted("^" + model.Version)} }} }},\n  \"names\": {{\n");
        var kinds = found.UnknownNames.GroupBy(static name => name.Kind).ToList();
        foreach (var kind in kinds)
        {
            var key = kind.Key.ToString();
            text.Append($"    {Quoted(char.ToLowerInvariant(key[0]) + key[1..])}: {{\n");
            text.Append(string.Join(",\n", kind.Select(static name => $"      {Quoted(name.Name)}: {{ \"technology\": null, \"note\": \"TO DO: write the technology that runs behind this name, such as gvisor or kata, in place of null.\" }}")));
            text.Append(kind == kinds[^1] ? "\n    }\n" : "\n    },\n");
        }

        text.Append("  }\n}\n");
        var count = found.UnknownNames.Count;
        return new NewFile(OverlayName, text.ToString(), $"{count} {(count == 1 ? "name" : "names")} of runtimes that the model does not know; say there what runs behind {(count == 1 ? "it" : "them")}");
    }

    private static string SchemaOf(string name) => $"{SchemaFolder}{ProductInfo.Version}/schema/{name}.schema.json";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
