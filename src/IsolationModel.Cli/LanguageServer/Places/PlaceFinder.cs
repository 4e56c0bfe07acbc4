using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>Tells what is written at a place of a file: by its keys, whether or not the file parses.</summary>
internal static class PlaceFinder
{
    private const string Extension = "x-isolation";

    /// <summary>The parts of an overlay whose keys are technologies.</summary>
    private static readonly string[] TechnologyKeys = ["forbidden", "technologies", "effects"];

    /// <summary>What an overlay says of an entry by naming technologies.</summary>
    private static readonly string[] TechnologyValues = ["technology", "like", "defaultTechnology"];

    /// <summary>The relations of entries, whose values name entries with their kind.</summary>
    private static readonly string[] Relations = ["hypervisors", "engines", "runsOn", "offeredBy", "replacedBy", "hardens", "observes", "uses", "partOf"];

    /// <summary>What is at a place; null where the model has nothing to say.</summary>
    /// <param name="path">The file, by whose name it is known what its keys mean.</param>
    /// <param name="text">Its text.</param>
    /// <param name="place">The place.</param>
    public static WrittenPlace? Find(string path, string text, int place)
    {
        place = Math.Clamp(place, 0, text.Length);
        var isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var found = isJson ? InJson(text, place) : BlockScanner.Find(text, place);
        if (found is null)
        {
            return null;
        }

        if (isJson && (path.EndsWith(".isolation.json", StringComparison.OrdinalIgnoreCase) || path.EndsWith("isolation.json", StringComparison.OrdinalIgnoreCase)))
        {
            return OfModel(found, text, place);
        }

        return OfDescriptor(found, text, place);
    }

    private static KeyPath? InJson(string text, int place)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        return start < 0 || place <= start ? null : new FlowScanner(text, text.Length, isYaml: false).Find(start, place, []);
    }

    private static WrittenPlace? OfModel(KeyPath found, string text, int place)
    {
        var (key, parent) = (found.FromEnd(0), found.FromEnd(1));
        if (found.IsKey)
        {
            return Array.IndexOf(TechnologyKeys, key) >= 0 && !(key == "technologies" && found.Keys.Count > 1) ? Whole(PlaceKind.Technology, found, text, place) : null;
        }

        return key switch
        {
            "needs" when found.Keys.Count == 1 || found.Keys[0] is "overrides" or "workloads" or "scenarios" => Item(found, text, place),
            "level" => Whole(PlaceKind.Level, found, text, place),
            "scenario" or "except" => Whole(PlaceKind.Scenario, found, text, place),
            "runtime" or "engine" when parent == "stack" => Whole(PlaceKind.Technology, found, text, place),
            _ when Array.IndexOf(TechnologyValues, key) >= 0 => Whole(PlaceKind.Technology, found, text, place),
            _ when Array.IndexOf(Relations, key) >= 0 => Whole(PlaceKind.TechnologyReference, found, text, place),
            _ => null,
        };
    }

    private static WrittenPlace? OfDescriptor(KeyPath found, string text, int place)
    {
        var (key, parent) = (found.FromEnd(0), found.FromEnd(1));
        if (found.IsKey)
        {
            // A label of Compose may be an item: isolationmodel.dev/needs=untrusted-code.
            return key is not ("annotations" or "labels") ? null : Labelled(found, text, place) ?? Whole(PlaceKind.NeedKey, found, text, place);
        }

        switch (key)
        {
            case NeedKeys.Needs:
                return Item(found, text, place);
            case NeedKeys.Level:
                return Whole(PlaceKind.Level, found, text, place);
            case NeedKeys.Scenario:
                return Whole(PlaceKind.Scenario, found, text, place);
            case "annotations" or "labels":
                return Labelled(found, text, place) ?? Whole(PlaceKind.NeedKey, found, text, place);
            case Extension:
                return Item(found, text, place);
            case "runtimeClassName" or "runtime_class_name":
                return Whole(PlaceKind.RuntimeClass, found, text, place);
            case "handler" when found.Keys.Count == 1:
                return Whole(PlaceKind.Handler, found, text, place);
            case "runtime" when found.FromEnd(2) == "services":
                return Whole(PlaceKind.ComposeRuntime, found, text, place);
        }

        return parent != Extension ? null : key switch
        {
            "needs" => Item(found, text, place),
            "level" => Whole(PlaceKind.Level, found, text, place),
            "scenario" => Whole(PlaceKind.Scenario, found, text, place),
            _ => null,
        };
    }

    /// <summary>The value of a label that is written as one text with its key.</summary>
    private static WrittenPlace? Labelled(KeyPath found, string text, int place)
    {
        var equals = text.IndexOf('=', found.Value.Start, found.Value.Length);
        if (equals < 0 || place <= equals)
        {
            return null;
        }

        var value = found with { Value = TextRange.FromBounds(equals + 1, found.Value.End) };
        return text[found.Value.Start..equals] switch
        {
            NeedKeys.Needs => Item(value, text, place),
            NeedKeys.Level => Whole(PlaceKind.Level, value, text, place),
            NeedKeys.Scenario => Whole(PlaceKind.Scenario, value, text, place),
            _ => null,
        };
    }

    /// <summary>A scalar without the blanks behind it, unless the place is among them.</summary>
    private static WrittenPlace Whole(PlaceKind kind, KeyPath found, string text, int place)
    {
        var end = found.Value.End;
        while (end > found.Value.Start && end > place && text[end - 1] == ' ')
        {
            end--;
        }

        return new WrittenPlace(kind, TextRange.FromBounds(found.Value.Start, end), text[found.Value.Start..end].Trim());
    }

    /// <summary>The need of a list around a place, between commas.</summary>
    private static WrittenPlace Item(KeyPath found, string text, int place)
    {
        var value = found.Value;
        var before = place > value.Start ? text.LastIndexOf(',', place - 1, place - value.Start) : -1;
        var start = before < 0 ? value.Start : before + 1;
        var after = text.IndexOf(',', place, Math.Max(0, value.End - place));
        var end = after < 0 ? value.End : after;
        while (start < end && text[start] == ' ' && start < place)
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ' && end > place)
        {
            end--;
        }

        return new WrittenPlace(PlaceKind.Need, TextRange.FromBounds(start, end), text[start..end].Trim());
    }
}
