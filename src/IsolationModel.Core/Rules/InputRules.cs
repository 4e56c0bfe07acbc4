using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Rules;

/// <summary>Descriptor files that cannot be read, or say something twice. They are found while reading, so these rules are descriptors only.</summary>
public static class InputRules
{
    /// <summary>A reader failed in an unforeseen way; that costs the file, never the run.</summary>
    public static RuleDescriptor ReaderFailed { get; } = Rule(
        "ISM9001", "ReaderFailed", "Reader failed on a file", "An unforeseen failure in the product cost this file; the other files are judged. Please report it.");

    /// <summary>The file is larger than the limit.</summary>
    public static RuleDescriptor FileTooLarge { get; } = Rule(
        "ISM9002", "FileIsTooLarge", "File is too large", "Descriptors are read up to 32 MB; a larger file is not read at all.");

    /// <summary>The file is not text.</summary>
    public static RuleDescriptor NotText { get; } = Rule(
        "ISM9003", "FileIsNotText", "File is not text", "The file holds bytes that are not UTF-8 (or UTF-16 with a byte order mark), or a NUL character.");

    /// <summary>The document nests too deep.</summary>
    public static RuleDescriptor TooDeep { get; } = Rule(
        "ISM9004", "NestingIsTooDeep", "Document nests too deep", "Mappings and lists are read up to a fixed depth, far beyond what an API server accepts.");

    /// <summary>Aliases multiply the document or form a cycle.</summary>
    public static RuleDescriptor AliasesExplode { get; } = Rule(
        "ISM9005", "AliasesExplode", "Aliases multiply the document or form a cycle", "YAML aliases are followed up to a fixed total size; a document that grows beyond it, or contains itself, is not judged.");

    /// <summary>The text breaks the grammar.</summary>
    public static RuleDescriptor SyntaxError { get; } = Rule(
        "ISM9006", "DescriptorSyntaxError", "Descriptor is not well-formed", "The document breaks the grammar of YAML, JSON or TOML, so it cannot be judged; the other documents of the file are.");

    /// <summary>The file is a template.</summary>
    public static RuleDescriptor IsTemplate { get; } = Rule(
        "ISM9007", "DescriptorIsTemplate", "Descriptor is a template that is not rendered", "The file holds template directives, so what will be deployed cannot be known. Render it and check the output.");

    /// <summary>The file could not be opened or read to its end.</summary>
    public static RuleDescriptor Unreadable { get; } = Rule(
        "ISM9008", "FileIsUnreadable", "File could not be read", "The operating system refused the file, or it vanished while it was read.");

    /// <summary>The file has more nodes or more broken documents than anybody writes.</summary>
    public static RuleDescriptor TooManyNodes { get; } = Rule(
        "ISM9009", "FileHasTooManyNodes", "File has too many nodes", "Reading stops after a fixed number of nodes and of broken documents, so that no file can hold up a build; what was read until then is judged.");

    /// <summary>A key stands twice in one mapping.</summary>
    public static RuleDescriptor DuplicateKey { get; } = Rule(
        "ISM9010", "KeyIsDuplicated", "Key is duplicated", "A mapping holds the same key more than once. kubectl takes the last one in silence, other tools refuse the file; what was meant is not clear.");

    /// <summary>A file refers to something that the file referred to does not have.</summary>
    public static RuleDescriptor DanglingReference { get; } = Rule(
        "ISM9011", "ReferenceLeadsNowhere", "Reference leads nowhere", "A service extends one that the named file does not have, so Compose refuses the project; what the reference should bring is not judged.");

    /// <summary>References lead back to where they started.</summary>
    public static RuleDescriptor CircularReference { get; } = Rule(
        "ISM9012", "ReferencesFormACycle", "References form a cycle", "Services extend each other, or files include each other, in a circle, so Compose refuses the project; it is judged without the reference that closes the circle.");

    /// <summary>What is told of an exception that nobody foresaw: it costs one file, wherever it comes from.</summary>
    /// <param name="path">The file's path as it shall be shown.</param>
    /// <param name="activity">What failed: <c>reading</c>, <c>judging</c>.</param>
    /// <param name="error">The exception.</param>
    public static Finding Failure(string path, string activity, Exception error) => Finding.At(
        ReaderFailed,
        ReaderFailed.DefaultSeverity,
        path,
        LineMap.Empty,
        default,
        $"{activity} failed with {error.GetType().Name}: {error.Message.Replace('\r', ' ').Replace('\n', ' ').TrimEnd('.', ' ')}; please report it at {ProductInfo.ProjectUrl}/issues");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<RuleDescriptor> All =>
        [ReaderFailed, FileTooLarge, NotText, TooDeep, AliasesExplode, SyntaxError, IsTemplate, Unreadable, TooManyNodes, DuplicateKey, DanglingReference, CircularReference];

    private static RuleDescriptor Rule(string id, string name, string title, string description) =>
        new(id, name, RuleCategory.Input, FindingSeverity.Warning, title, description);
}
