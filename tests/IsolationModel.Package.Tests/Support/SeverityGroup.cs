using System.Text;

namespace IsolationModel.Package.Tests.Support;

/// <summary>The same descriptor and the same C# in projects that differ in one setting, built together.</summary>
public sealed class SeverityGroup(PackedPackage package) : IAsyncLifetime
{
    /// <summary>The cases. Where the compiler's own rule decides, the case says what the compiler does today, so that another compiler is noticed.</summary>
    internal static IReadOnlyList<SeverityCase> Cases { get; } =
    [
        new("NothingSet", "warning", "warning"),
        new("EditorConfigForAll", "warning", "error") { EditorConfig = "[*]\ndotnet_diagnostic.ISM1001.severity = error" },
        new("EditorConfigForYaml", "warning", "warning") { EditorConfig = "[*.yaml]\ndotnet_diagnostic.ISM1001.severity = error" },
        new("EditorConfigForCode", "warning", "error") { EditorConfig = "[*.cs]\ndotnet_diagnostic.ISM1001.severity = error" },
        new("EditorConfigCategory", "warning", "error") { EditorConfig = "[*]\ndotnet_analyzer_diagnostic.category-Isolation.Suitability.severity = error" },
        new("EditorConfigOwnKey", "error", "warning") { EditorConfig = "[*.yaml]\nisolation_model.ISM1001.severity = error" },
        new("EditorConfigOwnKeyElsewhere", "warning", "warning") { EditorConfig = "[other/**]\nisolation_model.ISM1001.severity = error" },
        new("GlobalConfigId", "error", "error") { GlobalConfig = "dotnet_diagnostic.ISM1001.severity = error" },
        new("GlobalConfigNone", null, null) { GlobalConfig = "dotnet_diagnostic.ISM1001.severity = none" },
        new("GlobalConfigCategory", "warning", "error") { GlobalConfig = "dotnet_analyzer_diagnostic.category-Isolation.Suitability.severity = error" },
        new("GlobalConfigForAll", "warning", "error") { GlobalConfig = "dotnet_analyzer_diagnostic.severity = error" },
        new("GlobalConfigOverOwnKey", "error", "error")
        {
            EditorConfig = "[*.yaml]\nisolation_model.ISM1001.severity = suggestion",
            GlobalConfig = "dotnet_diagnostic.ISM1001.severity = error",
        },
        new("SettingsFile", "error", "error") { Settings = "{ \"severity\": { \"ISM1001\": \"error\" } }" },
        new("NoWarn", null, null) { Properties = "<NoWarn>$(NoWarn);ISM1001</NoWarn>" },
        new("WarningsAsErrors", "error", "error") { Properties = "<WarningsAsErrors>$(WarningsAsErrors);ISM1001</WarningsAsErrors>" },
        new("TreatWarningsAsErrors", "error", "error") { Properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>" },
        new("WarningsNotAsErrors", "warning", "warning") { Properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>ISM1001</WarningsNotAsErrors>" },
        new("RunAnalyzers", null, null) { Properties = "<RunAnalyzers>false</RunAnalyzers>" },
        new("Pragma", "warning", null) { Source = "#pragma warning disable ISM1001" },
        new("SuppressMessage", null, null) { Source = "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Isolation\", \"ISM1001\", Scope = \"module\")]" },
    ];

    /// <summary>What the build said.</summary>
    internal BuildLog Log { get; private set; } = null!;

    /// <summary>Builds.</summary>
    public async ValueTask InitializeAsync()
    {
        var consumer = package.Copy("Severities");
        foreach (var item in Cases)
        {
            Write(consumer, item);
        }

        WriteText(consumer, "Severities.slnx", $"<Solution>\n{string.Concat(Cases.Select(item => $"  <Project Path=\"{item.Name}/{item.Name}.csproj\" />\n"))}</Solution>\n");
        Log = await consumer.BuildAsync("Severities.slnx");
    }

    /// <summary>Nothing to do: the package's folder goes as a whole.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>How loudly the finding was told in a file of a case; null where it was not.</summary>
    internal string? SeverityOf(string name, string file) =>
        Log.Diagnostics.SingleOrDefault(line => line.StartsWith($"{name}/{file}(", StringComparison.Ordinal) && line.EndsWith($" ISM1001 [{name}]", StringComparison.Ordinal))?.Split(' ')[1];

    /// <summary>Every case has the descriptor and the source of the template.</summary>
    private static void Write(Consumer consumer, SeverityCase item)
    {
        var template = Path.Combine(consumer.Folder, "Template");
        WriteText(consumer, $"{item.Name}/{item.Name}.csproj", File.ReadAllText(Path.Combine(template, "Template.csproj.txt")).Replace("<!-- case -->", item.Properties, StringComparison.Ordinal));
        WriteText(consumer, $"{item.Name}/Deployment.cs", File.ReadAllText(Path.Combine(template, "Deployment.cs.txt")).Replace("// case", item.Source, StringComparison.Ordinal));
        WriteText(consumer, $"{item.Name}/api.yaml", File.ReadAllText(Path.Combine(template, "api.yaml")));
        WriteUnlessEmpty(".editorconfig", item.EditorConfig);
        WriteUnlessEmpty(".globalconfig", item.GlobalConfig.Length == 0 ? string.Empty : "is_global = true\n" + item.GlobalConfig);
        WriteUnlessEmpty("isolation.json", item.Settings);

        void WriteUnlessEmpty(string file, string text)
        {
            if (text.Length > 0)
            {
                WriteText(consumer, $"{item.Name}/{file}", text + "\n");
            }
        }
    }

    private static void WriteText(Consumer consumer, string name, string text) => consumer.Write(name, Encoding.UTF8.GetBytes(text));
}
