using System.Text.Json;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.LanguageServer;

/// <summary>What the client understands beyond what every client has to.</summary>
internal sealed record ClientAbilities
{
    /// <summary>Edits that name the version of the text that they were made for.</summary>
    public bool HasDocumentChanges { get; init; }

    /// <summary>Diagnostics that lead to other places.</summary>
    public bool HasRelatedInformation { get; init; }

    /// <summary>Diagnostics whose code leads to a page.</summary>
    public bool HasCodeDescription { get; init; }

    /// <summary>Diagnostics that come back with what the server has put into them.</summary>
    public bool HasData { get; init; }

    /// <summary>Diagnostics that are shown as superfluous.</summary>
    public bool HasUnnecessary { get; init; }

    /// <summary>Hovers in Markdown.</summary>
    public bool HasMarkdownHover { get; init; }

    /// <summary>Documentation of completions in Markdown.</summary>
    public bool HasMarkdownCompletion { get; init; }

    /// <summary>Code actions that are no commands.</summary>
    public bool HasActionLiterals { get; init; }

    /// <summary>Whether it watches files for servers that ask for it.</summary>
    public bool WatchesFiles { get; init; }

    /// <summary>Reads what <c>initialize</c> says.</summary>
    public static ClientAbilities Read(JsonElement parameters)
    {
        var capabilities = parameters.At("capabilities");
        var diagnostics = capabilities.At("textDocument", "publishDiagnostics");
        return new ClientAbilities
        {
            HasDocumentChanges = capabilities.At("workspace", "workspaceEdit", "documentChanges").IsTrue(),
            HasRelatedInformation = diagnostics.At("relatedInformation").IsTrue(),
            HasCodeDescription = diagnostics.At("codeDescriptionSupport").IsTrue(),
            HasData = diagnostics.At("dataSupport").IsTrue(),
            HasUnnecessary = diagnostics.At("tagSupport", "valueSet").Items().Any(static tag => tag.Number() == 1),
            HasMarkdownHover = TakesMarkdown(capabilities.At("textDocument", "hover", "contentFormat")),
            HasMarkdownCompletion = TakesMarkdown(capabilities.At("textDocument", "completion", "completionItem", "documentationFormat")),
            HasActionLiterals = capabilities.At("textDocument", "codeAction", "codeActionLiteralSupport").ValueKind == JsonValueKind.Object,
            WatchesFiles = capabilities.At("workspace", "didChangeWatchedFiles", "dynamicRegistration").IsTrue(),
        };
    }

    private static bool TakesMarkdown(JsonElement formats) => formats.Items().Any(static format => format.Text() == "markdown");
}
