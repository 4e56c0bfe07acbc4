using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Paths and pipes of the host that a container mounts: by <c>volumes</c>, by named volumes that bind a path, by the volumes of another container,
/// and by <c>use_api_socket</c>.
/// </summary>
internal sealed class ContainerMounts
{
    private const string Volumes = "volumes";
    private const string Inherited = "volumes_from";
    private const string OfContainer = "container:";

    private readonly ContainerFacts _facts;
    private readonly List<SettingItem> _all = [];
    private readonly List<SettingItem> _writable = [];
    private bool _isPartial;
    private string? _reason;

    private ContainerMounts(ContainerFacts facts) => _facts = facts;

    public static void Read(ContainerFacts facts)
    {
        var mounts = new ContainerMounts(facts);
        mounts.ReadVolumes(facts[Volumes], default, null, isReadOnly: false);
        mounts.ReadInherited(facts[Inherited]);
        var socket = facts["use_api_socket"];
        if (ComposeBoolean.Of(socket) is { } uses)
        {
            if (uses)
            {
                mounts.Add("/var/run/docker.sock", false, new SettingItem(string.Empty, socket.Range) { Shown = facts.Show("use_api_socket", "true"), Mend = Fixes.ValueEdit.Replace(socket, "false") });
            }
        }
        else if (socket.Exists)
        {
            mounts.Hide(ContainerFacts.Unset(socket));
        }

        mounts.Finish();
    }

    /// <summary>Whether a list of volumes mounts to where only Windows has places: a drive, or a pipe.</summary>
    public static bool AreOfWindows(DataCursor volumes)
    {
        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes.At(i);
            var target = volume.Node is DataMapping ? volume["target"].Text : volume.Text is { } text ? VolumeText.Parse(text).Target : null;
            if (target is not null && VolumeText.IsOfWindows(target))
            {
                return true;
            }
        }

        return false;
    }

    private void Finish()
    {
        if (_all.Count == 0 && !_isPartial)
        {
            return;
        }

        var place = _facts[Volumes] is { Exists: true } volumes ? volumes.Range : _facts[Inherited] is { Exists: true } inherited ? inherited.Range : _facts.Container.Range;
        foreach (var (setting, items) in new[] { ("hostPaths", _all), ("writableHostPaths", _writable) })
        {
            var fact = _isPartial && items.Count == 0 && _reason is not null ? SettingFact.Open(setting, _reason, place) : SettingFact.List(setting, items, place, _isPartial);
            _facts.Facts.Add(fact with { Shown = _facts.Show(Volumes) });
        }
    }

    /// <summary>Reads a list of volumes; those of another container stand, for the reader, where that container is named.</summary>
    private void ReadVolumes(DataCursor volumes, DataCursor from, string? shownFrom, bool isReadOnly)
    {
        if (volumes.IsUnresolved)
        {
            Hide(ContainerFacts.Unset(volumes));
        }

        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes.At(i);
            if (volume.IsNull)
            {
                continue;
            }

            var place = from.Exists ? from.Range : volume.Range;
            if (volume.Node is DataMapping)
            {
                ReadMapping(volume, place, shownFrom, isReadOnly);
            }
            else if (volume.Text is { } text)
            {
                ReadText(volume, text, place, shownFrom, isReadOnly);
            }
            else
            {
                Hide(null);
            }
        }
    }

    private void ReadText(DataCursor volume, string text, Text.TextRange place, string? shownFrom, bool isReadOnly)
    {
        if (volume.Scalar is { IsUnresolved: true } && !Text.Placeholder.IsIn(text))
        {
            // Nothing of it is known, not even where its parts begin.
            Hide(ContainerFacts.Unset(volume));
            return;
        }

        var (source, _, options) = VolumeText.Parse(text);
        if (source is null)
        {
            if (volume.IsUnresolved)
            {
                Hide(ContainerFacts.Unset(volume));
            }

            return;
        }

        var readsOnly = isReadOnly || Array.IndexOf(options.Split(','), "ro") >= 0;
        var cause = new SettingItem(string.Empty, place) { Shown = shownFrom ?? _facts.Show(Volumes, text) };
        if (Text.Placeholder.IsIn(source))
        {
            // The name of a volume and a path look alike until the variable is known.
            Hide(ContainerFacts.Unset(volume));
        }
        else if (VolumeText.IsPath(source))
        {
            Add(source, readsOnly, cause);
        }
        else
        {
            AddNamed(source, readsOnly, cause);
        }
    }

    private void ReadMapping(DataCursor volume, Text.TextRange place, string? shownFrom, bool isReadOnly)
    {
        var source = volume["source"].Exists ? volume["source"] : volume["src"];
        var type = volume["type"].Text;
        if (volume["type"].IsUnresolved || (source.IsUnresolved && type is not "tmpfs"))
        {
            Hide(ContainerFacts.Unset(volume["type"].IsUnresolved ? volume["type"] : source));
            return;
        }

        if (source.Text is not { Length: > 0 } text)
        {
            return;
        }

        var readsOnly = isReadOnly || ComposeBoolean.Of(volume["read_only"]) == true || ComposeBoolean.Of(volume["readonly"]) == true;
        var cause = new SettingItem(string.Empty, place) { Shown = shownFrom ?? _facts.Show(Volumes, $"{text}:{volume["target"].Text}") };
        switch (type)
        {
            case "bind" or "npipe":
                Add(text, readsOnly, cause);
                break;
            case "tmpfs" or "image" or "cluster":
                break;
            default:
                if (VolumeText.IsPath(text))
                {
                    Add(text, readsOnly, cause);
                }
                else
                {
                    AddNamed(text, readsOnly, cause);
                }

                break;
        }
    }

    /// <summary>A volume of the local driver that binds a path, or mounts a disk, of the host (docker volume create, driver options).</summary>
    private void AddNamed(string name, bool isReadOnly, SettingItem cause)
    {
        var options = _facts.Container.Volumes[name]["driver_opts"];
        var device = options["device"];
        if (options.IsUnresolved || device.IsUnresolved)
        {
            Hide($"the device of volume '{name}' holds a variable that no file of the run sets");
            return;
        }

        if (device.Text is not { Length: > 0 } path || !VolumeText.IsPath(path))
        {
            return;
        }

        var flags = (options["o"].Text ?? string.Empty).Split(',');
        var binds = Array.IndexOf(flags, "bind") >= 0 || Array.IndexOf(flags, "rbind") >= 0;
        var shown = cause with { Shown = $"{cause.Shown}, where volume {name} is {path} of the host" };
        if (binds)
        {
            Add(path, isReadOnly || Array.IndexOf(flags, "ro") >= 0, shown);
        }
        else if (path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            // A file system of a disk, which need not be the host's own.
            Add(path, isReadOnly: true, shown);
        }
    }

    private void ReadInherited(DataCursor list)
    {
        if (list.IsUnresolved)
        {
            Hide(ContainerFacts.Unset(list));
        }

        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i);
            if (item.Text is not { } text || item.IsUnresolved)
            {
                Hide(item.IsNull ? null : ContainerFacts.Unset(item));
                continue;
            }

            ReadFrom(item, text, isReadOnly: false, new HashSet<string>(StringComparer.Ordinal) { _facts.Container.Name });
        }
    }

    private void ReadFrom(DataCursor place, string text, bool isReadOnly, HashSet<string> seen)
    {
        var isContainer = text.StartsWith(OfContainer, StringComparison.Ordinal);
        var parts = (isContainer ? text.Substring(OfContainer.Length) : text).Split(':');
        if (isContainer || !_facts.Container.Siblings.TryGetValue(parts[0], out var other))
        {
            Hide($"container '{parts[0]}', whose volumes it mounts, is not among the files");
            return;
        }

        if (!seen.Add(parts[0]))
        {
            return;
        }

        var readsOnly = isReadOnly || (parts.Length > 1 && parts[1] == "ro");
        ReadVolumes(other[Volumes], place, $"{_facts.Show(Inherited, text)}, which mounts paths of the host", readsOnly);
        var farther = other[Inherited];
        for (var i = 0; i < farther.Count; i++)
        {
            if (farther.At(i).Text is { } next)
            {
                ReadFrom(place, next, readsOnly, seen);
            }
        }
    }

    private void Add(string path, bool isReadOnly, SettingItem cause)
    {
        var item = cause with { Value = path };
        _all.Add(item);
        if (!isReadOnly)
        {
            _writable.Add(item);
        }
    }

    private void Hide(string? reason)
    {
        _isPartial = true;
        _reason ??= reason;
    }
}
