namespace IsolationModel.Benchmarks.Measuring;

/// <summary>The .NET installation that runs the benchmarks: its compiler, its analyzers.</summary>
internal static class DotNetRoot
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The program <c>dotnet</c>.</summary>
    public static string Program { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The folder of the highest SDK.</summary>
    public static string Sdk { get; } = Directory.GetDirectories(Path.Combine(Root, "sdk"))
        .Where(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out _))
        .MaxBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))!;

    /// <summary>The version of that SDK.</summary>
    public static string SdkVersion => Path.GetFileName(Sdk);

    /// <summary>The compiler.</summary>
    public static string Compiler { get; } = Path.Combine(Sdk, "Roslyn", "bincore", "csc.dll");
}
