namespace IsolationModel.Cli.Output;

/// <summary>How answers are told.</summary>
internal static class AnswerWriting
{
    /// <summary>Tells an answer to people, or to programs.</summary>
    public static void Write(this ToolHost host, IAnswer answer, bool isJson)
    {
        if (isJson)
        {
            using (var json = JsonText.To(host.Output))
            {
                answer.WriteJson(json);
            }

            host.Output.Write("\n"u8);
        }
        else
        {
            using var page = new TextPage(host);
            answer.WriteText(page);
        }

        host.Output.Flush();
    }
}
