using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Which objects a patch is for. Every part is a pattern for the whole; what is left out takes everything.</summary>
internal sealed class TargetSelector
{
    private readonly NamePattern? _group;
    private readonly NamePattern? _version;
    private readonly NamePattern? _kind;
    private readonly NamePattern? _namespace;
    private readonly NamePattern? _name;
    private readonly LabelSelector? _labels;
    private readonly LabelSelector? _annotations;

    private TargetSelector(DataCursor target, ref bool isUnderstood)
    {
        _group = Pattern(target["group"], ref isUnderstood);
        _version = Pattern(target["version"], ref isUnderstood);
        _kind = Pattern(target["kind"], ref isUnderstood);
        _namespace = Pattern(target["namespace"], ref isUnderstood);
        _name = Pattern(target["name"], ref isUnderstood);
        _labels = Selector(target["labelSelector"], ref isUnderstood);
        _annotations = Selector(target["annotationSelector"], ref isUnderstood);
    }

    /// <summary>Reads a target; null when a part of it is not understood.</summary>
    public static TargetSelector? Read(DataCursor target)
    {
        var isUnderstood = true;
        var selector = new TargetSelector(target, ref isUnderstood);
        return isUnderstood ? selector : null;
    }

    /// <summary>Whether an object is meant, by what it is called now or by what its file calls it.</summary>
    public bool Matches(KustomizeObject item)
    {
        var now = item.Id;
        var first = item.FirstId;
        var metadata = new DataCursor(item.Root)["metadata"];
        return Is(_group, now.Group)
            && Is(_version, now.Version)
            && Is(_kind, now.Kind)
            && (Is(_namespace, now.Namespace) || Is(_namespace, first.Namespace))
            && (Is(_name, now.Name) || Is(_name, first.Name))
            && _labels?.Matches(metadata["labels"]) != false
            && _annotations?.Matches(metadata["annotations"]) != false;
    }

    private static bool Is(NamePattern? pattern, string text) => pattern is null || pattern.Matches(text);

    private static NamePattern? Pattern(DataCursor part, ref bool isUnderstood)
    {
        if (part.Text is not { Length: > 0 } text)
        {
            return null;
        }

        var pattern = NamePattern.Parse(text);
        isUnderstood &= pattern is not null;
        return pattern;
    }

    private static LabelSelector? Selector(DataCursor part, ref bool isUnderstood)
    {
        if (part.Text is not { Length: > 0 } text)
        {
            return null;
        }

        var selector = LabelSelector.Parse(text);
        isUnderstood &= selector is not null;
        return selector;
    }
}
