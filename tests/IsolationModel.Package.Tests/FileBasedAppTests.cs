using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>A program that is one file, without a project.</summary>
public sealed class FileBasedAppTests(PackedPackage package)
{
    [Fact]
    public async Task A_file_based_app_has_the_types_and_the_descriptors_beside_it_are_judged()
    {
        var app = package.Copy("FileBased");
        app.Replace("app.cs", "$(IsolationModelVersion)", PackedPackage.Version);

        var (exitCode, output) = await package.RunAsync("run", "FileBased/app.cs");

        Assert.True(exitCode == 0, output);
        var finding = Assert.Single(new BuildLog(exitCode, app.Folder, output).Messages);
        Assert.StartsWith("likely.yaml(8,21): warning ISM1501: ", finding, StringComparison.Ordinal);
        Assert.Contains("gVisor", output.Split('\n'));
        if (!OperatingSystem.IsMacOS())
        {
            // What was built goes with the folder of these tests. macOS cannot be told of another folder of the user.
            Assert.Single(Directory.GetDirectories(package.UserData, "app-*", SearchOption.AllDirectories));
        }
    }
}
