using IsolationModel.Cli.Fixing;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Descriptors;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary>What becomes of a file while it is mended.</summary>
public sealed class DraftTests
{
    [Fact]
    public void What_somebody_else_has_changed_is_left_alone()
    {
        using var workspace = new Workspace().Add("a.yaml", "a: 1\n");
        var draft = Changed(workspace);
        workspace.Add("a.yaml", "a: 3\n");
        Assert.Equal("it has changed since it was read", draft.Save());
        Assert.Equal("a: 3\n", File.ReadAllText(workspace.PathOf("a.yaml")));
    }

    [Fact]
    public void What_is_gone_is_not_written_again()
    {
        using var workspace = new Workspace().Add("a.yaml", "a: 1\n");
        var draft = Changed(workspace);
        File.Delete(workspace.PathOf("a.yaml"));
        Assert.NotNull(draft.Save());
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.Root));
    }

    [Fact]
    public void What_is_no_text_is_not_mended()
    {
        using var workspace = new Workspace().Add("a.yaml", [0x61, 0xFF]);
        Assert.Null(Draft.Open(Input(workspace)).Draft);
    }

    private static Draft Changed(Workspace workspace)
    {
        var draft = Draft.Open(Input(workspace)).Draft!;
        var edits = new EditSet();
        edits.TryAdd([new TextEdit(new TextRange(3, 1), "2")]);
        draft.Apply(edits);
        Assert.Equal("a: 2\n", draft.Text);
        return draft;
    }

    private static InputFile Input(Workspace workspace) => new(workspace.PathOf("a.yaml"), "a.yaml", DescriptorExpectation.Expected, IsNamed: true);
}
