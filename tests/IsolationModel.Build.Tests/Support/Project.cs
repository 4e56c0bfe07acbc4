using System.Text;
using Microsoft.Build.Framework;

namespace IsolationModel.Build.Tests.Support;

/// <summary>A project called Shop in a folder of its own, and the task that summarizes it.</summary>
internal sealed class Project : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("isolation-build-tests-");
    private readonly List<ITaskItem> _descriptors = [];
    private readonly List<ITaskItem> _models = [];
    private readonly List<ITaskItem> _offered = [];
    private string _settings = string.Empty;

    public RecordingEngine Engine { get; } = new();

    public string Needs { get; init; } = string.Empty;

    public string Level { get; init; } = string.Empty;

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file and makes it a descriptor of the project.</summary>
    public Project Descriptor(string name, string text, bool isExplicit = false) => Descriptor(name, Encoding.UTF8.GetBytes(text), isExplicit);

    public Project Descriptor(string name, byte[] bytes, bool isExplicit = false)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return Item(new FileItem(PathOf(name), isExplicit));
    }

    public Project Item(ITaskItem item)
    {
        _descriptors.Add(item);
        return this;
    }

    /// <summary>Writes a file and makes it an overlay of the project.</summary>
    public Project Model(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        _models.Add(new FileItem(PathOf(name)));
        return this;
    }

    /// <summary>Writes a file and offers it as an overlay, as one that lies beside the settings.</summary>
    public Project Offered(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        _offered.Add(new FileItem(PathOf(name)));
        return this;
    }

    /// <summary>Writes the settings file of the project.</summary>
    public Project Settings(string text)
    {
        _settings = PathOf("isolation.json");
        File.WriteAllText(_settings, text);
        return this;
    }

    public Project ModelItem(ITaskItem item)
    {
        _models.Add(item);
        return this;
    }

    public SummarizeDescriptors Task() => new()
    {
        BuildEngine = Engine,
        Descriptors = [.. _descriptors],
        Models = [.. _models],
        OfferedModels = [.. _offered],
        Settings = _settings,
        Needs = Needs,
        Level = Level,
        ProjectName = "Shop",
    };

    /// <summary>The line of the project, from a task that ended as every task of a summary does.</summary>
    public string Line()
    {
        var task = Task();
        Assert.True(task.Execute());
        Assert.True(task.IsComplete);
        Assert.Empty(Engine.Messages);
        Assert.Empty(Engine.Others);
        return task.Line;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
