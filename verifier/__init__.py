"""The judgement: what may an employer conclude, and why?"""
