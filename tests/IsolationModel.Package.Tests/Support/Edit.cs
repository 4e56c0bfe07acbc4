namespace IsolationModel.Package.Tests.Support;

/// <summary>What is changed in a built project, and what the next build does because of it.</summary>
/// <param name="Name">The name of the edit; it is the name of its project, too.</param>
/// <param name="Compiles">Whether the compiler is started, and with it the analyzer.</param>
/// <param name="Summarizes">Whether the files are read for the summary line.</param>
/// <param name="Apply">Makes the edit in the folder of the project.</param>
internal sealed record Edit(string Name, bool Compiles, bool Summarizes, Action<string> Apply)
{
    /// <summary>Older than every build.</summary>
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    /// <summary>The edits.</summary>
    public static IReadOnlyList<Edit> All { get; } =
    [
        new("Nothing", false, false, static _ => { }),
        new("YamlEdited", true, true, static folder => Append(folder, "deploy/api.yaml", "# edited\n")),
        new("YamlAdded", true, true, static folder => Copy(folder, "deploy/api.yaml", "deploy/more.yaml")),
        new("YamlAddedWithAnOldTime", true, true, static folder => File.SetLastWriteTimeUtc(Copy(folder, "deploy/api.yaml", "deploy/more.yaml"), LongAgo)),
        new("YamlDeleted", true, true, static folder => File.Delete(Path.Combine(folder, "deploy/worker.yaml"))),
        new("YamlRenamed", true, true, static folder => File.Move(Path.Combine(folder, "deploy/worker.yaml"), Path.Combine(folder, "deploy/jobs.yaml"))),
        new("OverlayEdited", true, true, static folder => Append(folder, "contoso.isolation.json", "\n")),
        new("OverlayDeleted", true, true, static folder => File.Delete(Path.Combine(folder, "contoso.isolation.json"))),
        new("SettingsEdited", true, true, static folder => Append(folder, "isolation.json", "\n")),
        new("SettingsDeleted", true, true, static folder => File.Delete(Path.Combine(folder, "isolation.json"))),
        new("EditorConfigEdited", true, false, static folder => Append(folder, "deploy/.editorconfig", "isolation_model.ISM1501.severity = none\n")),
        new("EditorConfigAdded", true, false, static folder => Copy(folder, "deploy/.editorconfig", ".editorconfig")),
        new("EditorConfigAddedWithAnOldTime", true, false, static folder => File.SetLastWriteTimeUtc(Copy(folder, "deploy/.editorconfig", ".editorconfig"), LongAgo)),
        new("EditorConfigDeleted", true, false, static folder => File.Delete(Path.Combine(folder, "deploy/.editorconfig"))),
        new("GlobalConfigEdited", true, false, static folder => Append(folder, ".globalconfig", "dotnet_diagnostic.ISM1501.severity = none\n")),
        new("GlobalConfigDeleted", true, false, static folder => File.Delete(Path.Combine(folder, ".globalconfig"))),
        new("CodeEdited", true, false, static folder => Append(folder, "Shop.cs", "// edited\n")),
        new("PropertyEdited", true, true, static folder => Replace(folder, "PropertyEdited.csproj", "<IsolationLevel>medium<", "<IsolationLevel>high<")),
        new("OtherFileEdited", false, false, static folder => Append(folder, "notes.txt", "edited\n")),
        new("OutputEdited", false, false, static folder => Write(folder, "bin/copied.yaml", "apiVersion: v1\n")),
        new("NestedProjectEdited", false, false, static folder => Append(folder, "Nested/inner.yaml", "# edited\n")),
    ];

    private static void Append(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Assert.True(File.Exists(path), path);
        File.AppendAllText(path, text);
    }

    private static string Copy(string folder, string file, string target)
    {
        var path = Path.Combine(folder, target);
        File.Copy(Path.Combine(folder, file), path);
        // A copy keeps its original's time on some systems.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        return path;
    }

    private static void Replace(string folder, string file, string old, string next)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, next, StringComparison.Ordinal));
    }

    private static void Write(string folder, string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
        File.WriteAllText(Path.Combine(folder, file), text);
    }
}
